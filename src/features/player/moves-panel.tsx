import type { ReactNode } from 'react';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import type { PlayerCommand } from '../../library/player-keys.ts';
import { SETTING_CHOICES, type Settings } from '../../library/settings.ts';
import type { MoveDirection } from '../../narration/moves.ts';
import { NextIcon, PreviousIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { MOVES_ID } from './moves-id.ts';
import styles from './moves-panel.module.css';

interface MovesPanelProps {
  readonly value: Pick<Settings, 'moveUnit' | 'headingLevel'>;
  readonly change: (next: Partial<Settings>) => void;
  /** The levels that the book's headings have; none where it has no headings. */
  readonly levels: readonly number[];
  readonly hasPages: boolean;
  /** Moves by the unit that is chosen. */
  readonly onMove: (direction: MoveDirection) => void;
  readonly onCommand: (command: PlayerCommand) => void;
  readonly isOpen: boolean;
  /** What was told last: where one is, why a move leads nowhere. */
  readonly told: ReactNode;
}

/**
 * Large buttons that move by a unit to choose, as the arrows of a DAISY player do. Folded away until the bar's 「動く」 is
 * pressed, since a phone's screen belongs to the text.
 */
export function MovesPanel({
  value,
  change,
  levels,
  hasPages,
  onMove,
  onCommand,
  isOpen,
  told,
}: MovesPanelProps) {
  const { name, text } = useText();
  const moves = (direction: 'back' | 'on'): string =>
    name(`listening.moves.${direction}-name`, { command: text(commandText(value.moveUnit, direction)) });
  const units = SETTING_CHOICES.moveUnit.filter(
    (each) => isThere(each, levels, hasPages) || each === value.moveUnit,
  );

  return (
    <section className={styles.panel} aria-label={name('listening.moves.label')}>
      {told}
      <div id={MOVES_ID} className={styles.content} hidden={!isOpen}>
        <div className={styles.choice}>
          <Select
            label="listening.moves.unit"
            value={value.moveUnit}
            choices={units.map((each) => ({ value: each, words: name(`listening.moves.units.${each}`) }))}
            onChoose={(moveUnit) => change({ moveUnit })}
          />
          {value.moveUnit === 'heading' && levels.length > 1 && (
            <Select
              label="listening.moves.level"
              value={String(value.headingLevel)}
              choices={[
                0,
                ...new Set([...levels, ...(value.headingLevel > 0 ? [value.headingLevel] : [])]),
              ].map((level) => ({
                value: String(level),
                words:
                  level === 0
                    ? name('listening.moves.any-level')
                    : name('listening.moves.level-number', { level }),
              }))}
              onChoose={(level) => change({ headingLevel: Number(level) })}
            />
          )}
          <button
            type="button"
            className={styles.keys}
            aria-haspopup="dialog"
            aria-label={name('listening.keys.title')}
            onClick={() => onCommand('help')}
          >
            <Label k="listening.keys.title" />
          </button>
        </div>
        <div className={styles.pair}>
          <Large
            label="listening.moves.back"
            name={moves('back')}
            icon={<PreviousIcon />}
            onPress={() => onMove(-1)}
          />
          <Large
            label="listening.moves.on"
            name={moves('on')}
            icon={<NextIcon />}
            onPress={() => onMove(1)}
          />
        </div>
        <div className={styles.three}>
          {(['chapter-start', 'where', 'bookmark'] as const).map((command) => (
            <Large
              key={command}
              label={`listening.keys.commands.${command}`}
              name={name(`listening.keys.commands.${command}`)}
              onPress={() => onCommand(command)}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

function isThere(unit: Settings['moveUnit'], levels: readonly number[], hasPages: boolean): boolean {
  if (unit === 'page') return hasPages;
  return unit !== 'heading' || levels.length > 0;
}

function commandText(unit: Settings['moveUnit'], direction: 'back' | 'on'): TextKey {
  return `listening.keys.commands.${unit}-${direction}`;
}

interface SelectProps<T extends string> {
  readonly label: TextKey;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly words: string }[];
  readonly onChoose: (value: T) => void;
}

/** A native list: one press of an arrow key goes to the next unit, as on a DAISY player, and a phone shows it large. */
function Select<T extends string>({ label, value, choices, onChoose }: SelectProps<T>) {
  const { name } = useText();
  return (
    <label className={styles.select}>
      <span>
        <Label k={label} />
      </span>
      <select
        value={value}
        aria-label={name(label)}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface LargeProps {
  readonly label: TextKey;
  readonly name: string;
  readonly icon?: ReactNode;
  readonly onPress: () => void;
}

function Large({ label, name, icon, onPress }: LargeProps) {
  return (
    <button type="button" className={styles.large} aria-label={name} onClick={onPress}>
      {icon}
      <span>
        <Label k={label} />
      </span>
    </button>
  );
}
