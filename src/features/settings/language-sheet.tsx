import { LOCALE_NAMES, LOCALE_TAGS, LOCALES } from '../../i18n/locale.ts';
import type { SettingsStore } from '../../library/settings-store.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useStore } from '../../ui/use-store.ts';
import styles from './settings.module.css';

/** The interface's language by itself, from the shelf: for whoever can't read the settings' words yet. */
export function LanguageSheet({
  settings,
  onClose,
}: {
  readonly settings: SettingsStore;
  readonly onClose: () => void;
}) {
  const { locale } = useStore(settings).settings;
  return (
    <Sheet title="settings.language" closeLabel="settings.close" onClose={onClose}>
      <ul className={styles.languages}>
        {LOCALES.map((each) => (
          <li key={each}>
            <button
              type="button"
              lang={LOCALE_TAGS[each]}
              aria-pressed={each === locale}
              onClick={() => settings.change({ locale: each })}
            >
              {LOCALE_NAMES[each]}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
