import { useEffect, useId, useRef, useState } from 'react';
import { baseOfNotation } from '../../book/ruby-notation.ts';
import { minutesText } from '../../i18n/duration.ts';
import { sizeText } from '../../i18n/size-text.ts';
import { useText } from '../../i18n/use-text.ts';
import type { AudioDownloads, ListedSound } from '../../library/audio-downloads.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import styles from './offline-sound.module.css';
import { SoundProgress } from './sound-progress.tsx';
import { BRING_TEXTS, bytesLeft, isUnderWay, stateText } from './sound-texts.ts';

interface SoundItemProps {
  readonly sound: ListedSound;
  /** The book's, in ruby notation. */
  readonly title: string;
  readonly downloads: AudioDownloads;
}

/** One book's recordings: how long, how large, how far they have come, what can be done with them. */
export function SoundItem({ sound, title: notation, downloads }: SoundItemProps) {
  const { book, state, loaded, bytes, seconds, fault } = sound;
  const { name, text, language } = useText();
  const item = useRef<HTMLLIElement>(null);
  const id = useId();
  const [acted, setActed] = useState<'none' | 'brought' | 'removed'>('none');
  const title = baseOfNotation(notation);
  const told = stateText(sound, acted === 'removed');
  const size = sizeText(bytesLeft(sound) || bytes, language);

  // The button that was pressed may be gone: the keyboard goes on where it stood.
  useEffect(() => {
    const isLost = document.activeElement === null || !document.activeElement.matches('dialog *');
    if (acted !== 'none' && (state === 'whole' || state === 'absent') && isLost) item.current?.focus();
  }, [acted, state]);

  const bring = (): void => {
    setActed('brought');
    if (isUnderWay(sound)) downloads.stop([book]);
    else void downloads.bring([book]);
  };
  const remove = (): void => {
    setActed('removed');
    void downloads.remove(book);
  };
  return (
    <li ref={item} tabIndex={-1} className={styles.item}>
      <h3 aria-label={title} lang="ja">
        <RubyText text={notation} />
      </h3>
      {seconds !== null && (
        <p className={styles.facts}>
          <Label
            k="listening.offline-sound.facts"
            with={{ time: minutesText(text, seconds / 60), size: sizeText(bytes, language) }}
          />
        </p>
      )}
      {/* Not announced, the sheet's one status does that: it is heard with the buttons. */}
      {told !== null && (
        <p id={id} className={fault === null ? styles.state : styles.fault}>
          <Label k={told} with={{ title, size }} />
        </p>
      )}
      {state === 'coming' && (
        <SoundProgress
          label={name('listening.offline-sound.coming-name', { title })}
          loaded={loaded}
          total={bytes}
        />
      )}
      <div className={styles.actions}>
        {state !== 'whole' && (
          <Button
            label={BRING_TEXTS[state].label}
            nameKey={BRING_TEXTS[state].name}
            with={{ title, size }}
            describedBy={told === null ? undefined : id}
            onPress={bring}
          />
        )}
        {(state === 'whole' || state === 'part' || state === 'earlier') && (
          <Button
            kind="quiet"
            label="listening.offline-sound.remove"
            nameKey="listening.offline-sound.remove-name"
            with={{ title }}
            describedBy={told === null ? undefined : id}
            onPress={remove}
          />
        )}
      </div>
    </li>
  );
}
