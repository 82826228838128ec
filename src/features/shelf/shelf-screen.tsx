import type { ReactNode } from 'react';
import { baseOfNotation } from '../../book/ruby-notation.ts';
import { useText } from '../../i18n/use-text.ts';
import { type CatalogEntry, plansOf } from '../../library/catalog.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { AppearanceIcon, LanguageIcon, SaveIcon, SearchIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import { ContinueCard } from './continue-card.tsx';
import { OwnDocuments } from './own-documents.tsx';
import { PlanRow } from './plan-row.tsx';
import styles from './shelf-screen.module.css';
import type { ShelfDocument, ShelfPlace } from './shelf-types.ts';

interface ShelfScreenProps {
  readonly catalog: readonly CatalogEntry[];
  readonly edition: 'standard' | 'easy';
  /** Where one left off last, or `null` on a first visit. */
  readonly latest: ShelfPlace | null;
  /** By book id. */
  readonly places: ReadonlyMap<string, ShelfPlace>;
  readonly documents: readonly ShelfDocument[];
  /** Which books are on the device; `null` while that isn't known. */
  readonly onDevice: ReadonlySet<string> | null;
  readonly notice: ReactNode;
  readonly link: Link;
  readonly onContinue: (id: string) => void;
  readonly onFile: (file: File) => void;
  readonly onRemove: (id: string) => void;
  readonly onSheet: (sheet: 'search' | 'appearance' | 'language') => void;
  /** Opens what brings the recorded voice onto the device. */
  readonly onSound: () => void;
}

/** The shelf: where one left off, the five plans as a timeline, one's own documents. */
export function ShelfScreen(props: ShelfScreenProps) {
  const { catalog, edition, latest, places, documents, onDevice, notice, link, onSheet } = props;
  const { name } = useText();
  const easy = plansOf(catalog, 'easy');
  const plans = edition === 'easy' && easy.length > 0 ? easy : plansOf(catalog, 'standard');
  const pages = catalog.filter((entry) => entry.kind === 'page' && entry.edition === edition);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div>
          <p className={styles.name}>{name('app.name')}</p>
          <p className={styles.tagline}>
            <Label k="app.tagline" />
          </p>
        </div>
        <div className={styles.tools}>
          <Tool label="reader.toolbar.search" icon={<SearchIcon />} onPress={() => onSheet('search')} />
          <Tool
            label="reader.toolbar.appearance"
            icon={<AppearanceIcon />}
            onPress={() => onSheet('appearance')}
          />
          <Tool label="settings.language" icon={<LanguageIcon />} onPress={() => onSheet('language')} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {notice}
        {latest !== null && <ContinueCard place={latest} onContinue={props.onContinue} link={link} />}
        <h1 aria-label={name('shelf.title')}>
          <Label k="shelf.title" />
        </h1>
        <p className={styles.intro}>
          <Label k="shelf.intro" /> <Label k="app.not-official" />
        </p>
        <button
          type="button"
          className={styles.sound}
          aria-label={name('shelf.take-sound')}
          aria-haspopup="dialog"
          onClick={props.onSound}
        >
          <SaveIcon />
          <span>
            <Label k="shelf.take-sound" />
          </span>
        </button>
        <ol className={styles.timeline} reversed>
          {plans.map((entry) => (
            <PlanRow
              key={entry.id}
              entry={entry}
              plan={entry.plan}
              place={places.get(entry.id) ?? null}
              onDevice={onDevice?.has(entry.id) ?? false}
              link={link}
            />
          ))}
        </ol>
        <p className={styles.aside}>
          <Label k="shelf.other-years" />
        </p>

        <section className={styles.pages} aria-label={name('shelf.guide')}>
          <h2 aria-label={name('shelf.guide')}>
            <Label k="shelf.guide" />
          </h2>
          <ul>
            {pages.map((entry) => (
              <li key={entry.id}>
                <AppLink {...link(`/read/${entry.id}`)} name={baseOfNotation(entry.title)} lang="ja">
                  <RubyText text={entry.title} />
                </AppLink>
              </li>
            ))}
            <li>
              <AppLink {...link('/about')} name={name('shelf.about')}>
                <Label k="shelf.about" />
              </AppLink>
            </li>
          </ul>
        </section>

        <OwnDocuments documents={documents} link={link} onFile={props.onFile} onRemove={props.onRemove} />
      </main>
    </div>
  );
}

function Tool({
  label,
  icon,
  onPress,
}: {
  readonly label: 'reader.toolbar.search' | 'reader.toolbar.appearance' | 'settings.language';
  readonly icon: ReactNode;
  readonly onPress: () => void;
}) {
  const { name } = useText();
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={name(label)}
      aria-haspopup="dialog"
      onClick={onPress}
    >
      {icon}
      <span>
        <Label k={label} />
      </span>
    </button>
  );
}
