import { useText } from '../../i18n/use-text.ts';
import type { LinkProps } from '../../ui/app-link.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './edition-switch.module.css';

interface EditionSwitchProps {
  readonly edition: 'standard' | 'easy';
  /** The same place in the other edition: a real address, so that it works without scripts. */
  readonly other: LinkProps;
  /** The reader chose an edition; the shelf remembers it. */
  readonly onSwitch: (edition: 'standard' | 'easy') => void;
}

/** The switch between the standard text and やさしい日本語. */
export function EditionSwitch({ edition, other, onSwitch }: EditionSwitchProps) {
  const { name } = useText();
  const editions = ['standard', 'easy'] as const;
  return (
    <nav className={styles.switch} aria-label={name('reader.edition.label')}>
      {editions.map((each) => {
        const key = `reader.edition.${each}` as const;
        return each === edition ? (
          <a key={each} aria-current="page" aria-label={name(key)} href="#main" className={styles.choice}>
            <Label k={key} />
          </a>
        ) : (
          <a
            key={each}
            className={styles.choice}
            aria-label={name(key)}
            href={other.href}
            onClick={(event) => {
              onSwitch(each);
              other.onClick(event);
            }}
          >
            <Label k={key} />
          </a>
        );
      })}
    </nav>
  );
}
