import type { Settings } from '../../library/settings.ts';
import type { SettingsStore } from '../../library/settings-store.ts';
import { Choices } from '../../ui/choices.tsx';
import { Label } from '../../ui/label.tsx';
import { useStore } from '../../ui/use-store.ts';
import styles from './marking-choices.module.css';

interface MarkingChoicesProps {
  readonly settings: SettingsStore;
}

/**
 * How the sentence and the word that are read are marked, and what guides the eyes along the line; each choice with a
 * picture of what it does. Its texts are of the listening part: whoever shows it has them loaded.
 */
export function MarkingChoices({ settings }: MarkingChoicesProps) {
  const value = useStore(settings).settings;
  const change = (next: Partial<Settings>): void => settings.change(next);
  return (
    <>
      <Choices
        label="listening.marking.marker"
        value={value.marker}
        onChoose={(marker) => change({ marker })}
        choices={(['both', 'colour', 'underline', 'none'] as const).map((marker) => ({
          value: marker,
          label: `listening.marking.markers.${marker}` as const,
          sample: (
            <span className={styles.letters} data-picture={marker} aria-hidden="true">
              <span data-sign="ぶん" />
            </span>
          ),
        }))}
      />
      <Choices
        label="listening.marking.words"
        value={value.markWords ? 'on' : 'off'}
        onChoose={(word) => change({ markWords: word === 'on' })}
        choices={(['on', 'off'] as const).map((word) => ({
          value: word,
          label: `listening.marking.word.${word}` as const,
          sample: (
            <span className={styles.letters} data-picture={`word-${word}`} aria-hidden="true">
              <span data-sign="こ" />
              <span data-sign="とば" />
            </span>
          ),
        }))}
      >
        <p className={styles.hint}>
          <Label k="listening.marking.words-hint" />
        </p>
      </Choices>
      <Choices
        label="listening.marking.guide"
        value={value.guide}
        onChoose={(guide) => change({ guide })}
        choices={(['none', 'ruler', 'mask'] as const).map((guide) => ({
          value: guide,
          label: `listening.marking.guides.${guide}` as const,
          sample: (
            <span className={styles.lines} data-picture={guide} aria-hidden="true">
              <span />
              <span />
              <span />
            </span>
          ),
        }))}
      />
    </>
  );
}
