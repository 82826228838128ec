import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { SaveIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './above-text.module.css';

interface AboveTextProps {
  /** The switch of editions, where there are two. */
  readonly children: ReactNode;
  readonly onGetBook: () => void;
}

/** The row above the text: which edition it is, and the door to the book's other forms. */
export function AboveText({ children, onGetBook }: AboveTextProps) {
  const { name } = useText();
  return (
    <div className={styles.above}>
      {children}
      <button
        type="button"
        className={styles.get}
        aria-haspopup="dialog"
        aria-label={name('reader.get-book')}
        onClick={onGetBook}
      >
        <SaveIcon />
        <span>
          <Label k="reader.get-book" />
        </span>
      </button>
    </div>
  );
}
