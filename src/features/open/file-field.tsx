import { FILE_ENDINGS } from '../../formats/read-document.ts';
import { useText } from '../../i18n/use-text.ts';
import { FileIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './open-screen.module.css';

const ACCEPTED = [...FILE_ENDINGS, 'text/plain', 'text/markdown'].join();

/** 「ファイルを選ぶ」: the browser's own file chooser under a large target. */
export function FileField({
  disabled,
  onFile,
}: {
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}) {
  const { name } = useText();
  return (
    <label className={styles.file}>
      <FileIcon />
      <span aria-hidden="true">
        <Label k="shelf.choose-file" />
      </span>
      <input
        type="file"
        accept={ACCEPTED}
        disabled={disabled}
        aria-label={name('shelf.choose-file')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after it has been mended.
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
