import type { ReactNode } from 'react';
import { remainingMinutesText } from '../../i18n/duration.ts';
import { rateWords } from '../../i18n/rate-words.ts';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import { isPlaying, type PlayerSnapshot } from '../../narration/player.ts';
import { MAX_RATE, MIN_RATE } from '../../narration/voice.ts';
import {
  ListeningIcon,
  MovesIcon,
  NextIcon,
  PlayIcon,
  PreviousIcon,
  RepeatIcon,
  StopIcon,
} from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import { Slider } from '../../ui/slider.tsx';
import { MOVES_ID } from './moves-id.ts';
import styles from './player-bar.module.css';

/** What the buttons do. They answer before the book is there: a press is kept until it can be obeyed. */
export interface PlayerControls {
  toggle(): void;
  previous(): void;
  next(): void;
  repeat(): void;
  setRate(rate: number): void;
}

interface PlayerBarProps {
  /** `null` until the book is there. */
  readonly snapshot: PlayerSnapshot | null;
  /** True between a press of 聞く and the book's arrival. */
  readonly waiting: boolean;
  readonly rate: number;
  /** How long the rest takes at this rate. */
  readonly secondsLeft: number | null;
  readonly controls: PlayerControls;
  /** What went wrong, and what to do; further moves. */
  readonly notice: ReactNode;
  /** Opens everything else about listening. */
  readonly onListening: () => void;
  /** Whether the large buttons that move further than a sentence are shown. */
  readonly movesOpen: boolean;
  readonly onMoves: () => void;
}

/** The player at the page's foot: one play button that cannot be missed, and the moves by sentence. */
export function PlayerBar({
  snapshot,
  waiting,
  rate,
  secondsLeft,
  controls,
  notice,
  onListening,
  movesOpen,
  onMoves,
}: PlayerBarProps) {
  const { name, text } = useText();
  const sounding = waiting || (snapshot !== null && isPlaying(snapshot));
  const words = rateWords(rate);
  const done = snapshot === null || snapshot.count === 0 ? 0 : (snapshot.index + 1) / snapshot.count;
  return (
    <section className={styles.bar} aria-label={name('player.label')} data-bar="bottom">
      {notice}
      <div className={styles.progress} aria-hidden="true">
        <div className={styles.track}>
          <div
            className={styles.done}
            ref={(element) => element?.style.setProperty('--done', String(done))}
          />
        </div>
        <p className={styles.position}>
          <span>
            {snapshot !== null && snapshot.count > 0 && (
              <Label k="player.position" with={{ index: snapshot.index + 1, count: snapshot.count }} />
            )}
          </span>
          <span>
            {secondsLeft !== null && (
              <Label k="time.left" with={{ time: remainingMinutesText(text, secondsLeft) }} />
            )}
          </span>
        </p>
      </div>
      <div className={styles.controls}>
        <Control label="player.previous-sentence" icon={<PreviousIcon />} onPress={controls.previous} />
        <Control label="player.repeat" icon={<RepeatIcon />} onPress={controls.repeat} />
        <Control
          main
          label={sounding ? 'player.stop' : 'player.play'}
          icon={sounding ? <StopIcon /> : <PlayIcon />}
          onPress={controls.toggle}
        />
        <Control label="player.next-sentence" icon={<NextIcon />} onPress={controls.next} />
        <div className={styles.rate}>
          <Slider
            label="player.rate"
            min={MIN_RATE}
            max={MAX_RATE}
            step={0.1}
            value={rate}
            words={name(words.key, words.parameters)}
            onChange={controls.setRate}
          >
            <RubyText text={text('player.rate-value', words.parameters)} />
          </Slider>
        </div>
        <Control
          label="player.moves"
          icon={<MovesIcon />}
          shows={{ id: MOVES_ID, open: movesOpen }}
          onPress={onMoves}
        />
        <Control opensSheet label="player.listening" icon={<ListeningIcon />} onPress={onListening} />
      </div>
    </section>
  );
}

interface ControlProps {
  readonly label: TextKey;
  readonly icon: ReactNode;
  /** The one that can't be missed. */
  readonly main?: boolean;
  readonly opensSheet?: boolean;
  /** What it shows and hides: the element's id, and whether it is there now. */
  readonly shows?: { readonly id: string; readonly open: boolean };
  readonly onPress: () => void;
}

function Control({ label, icon, main = false, opensSheet = false, shows, onPress }: ControlProps) {
  const { name } = useText();
  return (
    <button
      type="button"
      className={main ? styles.play : styles.control}
      aria-label={name(label)}
      {...(shows && { 'aria-expanded': shows.open, 'aria-controls': shows.id })}
      {...(opensSheet && { 'aria-haspopup': 'dialog' as const })}
      onClick={onPress}
    >
      {icon}
      <span>
        <Label k={label} />
      </span>
    </button>
  );
}
