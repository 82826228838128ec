import { LOCALE_NAMES, LOCALE_TAGS, LOCALES } from '../../i18n/locale.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Settings } from '../../library/settings.ts';
import { Label } from '../../ui/label.tsx';
import styles from './settings.module.css';

interface LanguageChoicesProps {
  readonly value: Settings;
  readonly change: (next: Partial<Settings>) => void;
}

/** The interface's language. Each is called as it calls itself, so that one finds it without reading the others. */
export function LanguageChoices({ value, change }: LanguageChoicesProps) {
  const { name } = useText();
  return (
    <label className={styles.field}>
      <span aria-hidden="true">
        <Label k="settings.language" />
      </span>
      <select
        aria-label={name('settings.language')}
        value={value.locale}
        onChange={(event) => {
          const locale = LOCALES.find((candidate) => candidate === event.currentTarget.value);
          if (locale !== undefined) change({ locale });
        }}
      >
        {LOCALES.map((locale) => (
          <option key={locale} value={locale} lang={LOCALE_TAGS[locale]}>
            {LOCALE_NAMES[locale]}
          </option>
        ))}
      </select>
    </label>
  );
}
