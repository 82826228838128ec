import { type TextKey, useText } from '../i18n/use-text.ts';
import styles from './file-field.module.css';
import { FileIcon } from './icons.tsx';
import { Label } from './label.tsx';

/** 「ファイルを選ぶ」, or what else it is called: the browser's own file chooser under a large target. */
export function FileField({
  label = 'shelf.choose-file',
  accept,
  disabled,
  onFile,
}: {
  readonly label?: TextKey;
  /** File endings with their points, and media types, as HTML's `accept` lists them. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}) {
  const { name } = useText();
  return (
    <label className={styles.pill}>
      <FileIcon />
      <span aria-hidden="true">
        <Label k={label} />
      </span>
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        aria-label={name(label)}
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
