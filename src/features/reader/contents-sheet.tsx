import type { Book } from '../../book/book.ts';
import { toRubyNotation } from '../../book/ruby-notation.ts';
import { sectionsOf } from '../../book/walk.ts';
import { useText } from '../../i18n/use-text.ts';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './contents-sheet.module.css';

interface ContentsSheetProps {
  readonly book: Book | null;
  /** The section that holds the present place. */
  readonly here: string | null;
  readonly onGo: (section: string) => void;
  readonly onClose: () => void;
}

/** The table of contents, with the present place. */
export function ContentsSheet({ book, here, onGo, onClose }: ContentsSheetProps) {
  const { name } = useText();
  return (
    <Sheet title="reader.contents.title" onClose={onClose}>
      {book === null ? (
        <p role="status">
          <Label k="reader.loading" />
        </p>
      ) : (
        <nav aria-label={name('reader.contents.title')}>
          <ul className={styles.list}>
            {sectionsOf(book).map(({ section, depth }) => {
              const plain = section.heading.map((sentence) => sentence.text).join('');
              const current = section.id === here;
              return (
                <li key={section.id} data-depth={Math.min(depth, 6)}>
                  <a
                    href={`#${section.id}`}
                    aria-label={plain === '' ? name('reader.contents.untitled') : plain}
                    aria-current={current ? 'location' : undefined}
                    onClick={(event) => {
                      event.preventDefault();
                      onGo(section.id);
                    }}
                  >
                    <span lang="ja">
                      {plain === '' ? (
                        <Label k="reader.contents.untitled" />
                      ) : (
                        <RubyText
                          text={section.heading.map(({ text, ruby }) => toRubyNotation(text, ruby)).join('')}
                        />
                      )}
                    </span>
                    {current && (
                      <span className={styles.here}>
                        <Label k="reader.contents.here" />
                      </span>
                    )}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
    </Sheet>
  );
}
