import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { BookmarkIcon, CheckIcon, CloseIcon, PlayIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './word-popover.module.css';
import type { PressedWord } from './words.ts';

interface WordPopoverProps {
  readonly word: PressedWord;
  readonly onListen: () => void;
  readonly onBookmark: () => void;
  /** Asks for the panel in which the reading is corrected. */
  readonly onCorrect: () => void;
  /** Takes the correction of this word back. */
  readonly onRestore: () => void;
  readonly onShare: () => void;
  readonly onClose: () => void;
  /** In the place of what can be done from here: the panel that corrects the reading; `null` for none. */
  readonly children: ReactNode;
}

/** A word and its reading, large, beside the word that was pressed, and what can be done from here. */
export function WordPopover(props: WordPopoverProps) {
  const { word, onListen, onBookmark, onCorrect, onRestore, onShare, onClose, children } = props;
  const { name } = useText();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    word.element.dataset.pressed = '';
    return () => {
      delete word.element.dataset.pressed;
    };
  }, [word]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.showPopover();
    const place = (): void => placeBeside(element, word.element.getBoundingClientRect());
    place();
    // What it holds changes its size, and so does the keyboard on the screen.
    const sizes = new ResizeObserver(place);
    sizes.observe(element);
    // Focus goes in so that the keyboard and a screen reader are where the answer is; it goes back on closing.
    element.focus({ preventScroll: true });
    return () => sizes.disconnect();
  }, [word]);

  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={name('reader.word.title')}
      tabIndex={-1}
      className={styles.popover}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      <p className={styles.reading} lang="ja">
        <span className={styles.kana}>{word.reading}</span>
        <span className={styles.base}>{word.text}</span>
      </p>
      {word.corrected && (
        <p className={styles.corrected}>
          <CheckIcon />
          <span>
            <Label k="reader.word.corrected" />
          </span>
        </p>
      )}
      {children ?? (
        <div className={styles.actions}>
          <Button
            kind="primary"
            label="reader.word.listen-from-here"
            icon={<PlayIcon />}
            onPress={onListen}
          />
          {word.corrected && <Button label="reader.word.restore" onPress={onRestore} />}
          <Button label="reader.word.correct" onPress={onCorrect} />
          <Button label="reader.word.bookmark" icon={<BookmarkIcon />} onPress={onBookmark} />
          <Button label="reader.word.share" onPress={onShare} />
          <Button
            kind="quiet"
            label="app.close"
            icon={<CloseIcon />}
            onPress={() => box.current?.hidePopover()}
          />
        </div>
      )}
    </div>
  );
}

/** Below the word where there is room, above it otherwise, and never past the screen's sides. */
function placeBeside(element: HTMLElement, word: DOMRect): void {
  const gap = 12;
  const box = element.getBoundingClientRect();
  const below = word.bottom + gap;
  const top = below + box.height <= innerHeight - gap ? below : Math.max(gap, word.top - gap - box.height);
  const left = Math.max(
    gap,
    Math.min(innerWidth - box.width - gap, word.left + word.width / 2 - box.width / 2),
  );
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}
