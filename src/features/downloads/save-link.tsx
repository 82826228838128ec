import { useText } from '../../i18n/use-text.ts';
import { Label } from '../../ui/label.tsx';
import styles from './downloads.module.css';

interface SaveLinkProps {
  readonly address: string;
  /** What the file is called where the reader saves it. */
  readonly fileName: string;
  /** As the reader knows it. */
  readonly format: string;
}

/** A real link to a file: the browser saves it where the reader's downloads go. */
export function SaveLink({ address, fileName, format }: SaveLinkProps) {
  const { name } = useText();
  return (
    <a
      className={styles.save}
      href={address}
      download={fileName}
      aria-label={name('downloads.save-name', { format })}
    >
      <Label k="downloads.save" />
    </a>
  );
}
