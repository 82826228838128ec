import { useEffect, useState } from 'react';
import type { Store } from '../../book/store.ts';
import { loadListeningTexts } from '../../i18n/listening-texts.ts';
import { useTranslator } from '../../i18n/translator.ts';
import { useText } from '../../i18n/use-text.ts';
import { Label } from '../../ui/label.tsx';
import { useStore } from '../../ui/use-store.ts';
import styles from './follow-button.module.css';

interface FollowButtonProps {
  /** Of the article's view: whether the page goes with the voice. */
  readonly following: Store<boolean>;
  /** Whether something is being read aloud. */
  readonly listening: boolean;
  /** Brings the page back to the place, and the focus with it: the button goes. */
  readonly onPress: () => void;
}

/**
 * 「読んでいるところへ」: there while one listens and has moved the text away by hand. It floats over the text's end, above what
 * it is placed in, and takes no room.
 */
export function FollowButton({ following, listening, onPress }: FollowButtonProps) {
  const isFollowing = useStore(following);
  const { i18n } = useTranslator();
  const { name, language } = useText();
  const [spoken, setSpoken] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    // Without its words there is no button; a press of any move brings the page back as well.
    loadListeningTexts(i18n).then(
      () => current && setSpoken(language),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [i18n, language]);
  if (isFollowing || !listening || spoken !== language) return null;
  return (
    <div className={styles.place}>
      <button
        type="button"
        className={styles.button}
        aria-label={name('listening.marking.back')}
        onClick={onPress}
      >
        <svg viewBox="0 0 24 24" width="1em" height="1em" aria-hidden="true" focusable="false">
          <circle cx="12" cy="12" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <circle cx="12" cy="12" r="2.4" fill="currentColor" />
          <path
            d="M12 2v3.5M12 18.5V22M2 12h3.5M18.5 12H22"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </svg>
        <span>
          <Label k="listening.marking.back" />
        </span>
      </button>
    </div>
  );
}
