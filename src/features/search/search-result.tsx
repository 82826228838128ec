import { baseOfNotation, toRubyNotation } from '../../book/ruby-notation.ts';
import { useText } from '../../i18n/use-text.ts';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import { markedRuns } from './marked-runs.ts';
import type { Hit } from './search-books.ts';
import styles from './search-sheet.module.css';

interface SearchResultProps {
  readonly hit: Hit;
  /** The book's title in ruby notation, where several books are searched. */
  readonly title: string | null;
  readonly onGo: () => void;
}

/** A sentence that was found: where it stands, and the words in it, marked. */
export function SearchResult({ hit, title, onGo }: SearchResultProps) {
  const { name } = useText();
  const { bookId, sentence, section, ranges } = hit;
  const heading = section?.heading.map(({ text, ruby }) => toRubyNotation(text, ruby)).join('') ?? '';
  const place = [title ?? '', heading].map(baseOfNotation).filter((part) => part !== '');
  return (
    <li>
      <a
        className={styles.result}
        href={`/read/${bookId}#${sentence.id}`}
        aria-label={[
          ...(place.length === 0 ? [name('reader.contents.untitled')] : place),
          sentence.text,
        ].join('、')}
        lang="ja"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onGo();
        }}
      >
        {title !== null && (
          <span className={styles.book}>
            <RubyText text={title} />
          </span>
        )}
        <span className={styles.section}>
          {heading === '' ? (
            place.length === 0 && <Label k="reader.contents.untitled" />
          ) : (
            <RubyText text={heading} />
          )}
        </span>
        <span className={styles.sentence}>
          {markedRuns(sentence, ranges).map(({ start, marked, text }) =>
            marked ? (
              <mark key={start}>
                <RubyText text={text} />
              </mark>
            ) : (
              <RubyText key={start} text={text} />
            ),
          )}
        </span>
      </a>
    </li>
  );
}
