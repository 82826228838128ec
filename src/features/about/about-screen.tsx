import type { ReactNode } from 'react';
import { baseOfNotation } from '../../book/ruby-notation.ts';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { Label } from '../../ui/label.tsx';
import { Page } from '../../ui/page.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import styles from './about-screen.module.css';
import { type Licence, LicenceList } from './licence-list.tsx';

interface AboutScreenProps {
  /** The app's own version, as in `package.json`. */
  readonly version: string;
  /** Everything the app is made with; `null` while the list is on its way. */
  readonly licences: readonly Licence[] | null;
  /** The page on how to get the council's own editions: its address, its title in ruby notation. */
  readonly editions: { readonly address: string; readonly title: string } | null;
  /** Makes an in-app link: a real address, followed without a page load. */
  readonly link: Link;
}

const KEYS = [
  ['Tab', 'about.keys.tab'],
  ['Enter', 'about.keys.enter'],
  ['← ↑ ↓ →', 'about.keys.arrows'],
  ['Esc', 'about.keys.escape'],
] as const satisfies readonly (readonly [string, TextKey])[];

/** `/about`: what this is and is not, where its texts come from, what stays on the device, the keys, the thanks. */
export function AboutScreen({ version, licences, editions, link }: AboutScreenProps) {
  const { name } = useText();
  return (
    <Page title="about.title" link={link}>
      <p>
        <Label k="about.what" />
      </p>
      <p className={styles.statement}>
        <Label k="app.not-official" /> <Label k="about.source" />
      </p>
      {editions !== null && (
        <p>
          <AppLink
            {...link(editions.address)}
            className={styles.link}
            name={baseOfNotation(editions.title)}
            lang="ja"
          >
            <RubyText text={editions.title} />
          </AppLink>
        </p>
      )}
      <Part title="about.readings-title">
        <p>
          <Label k="about.readings" />
        </p>
        <p>
          <AppLink {...link('/check')} className={styles.link} name={name('about.check')}>
            <Label k="about.check" />
          </AppLink>
        </p>
      </Part>
      <Part title="about.privacy-title">
        <p>
          <Label k="about.privacy" />
        </p>
      </Part>
      <Part title="about.keys-title">
        <dl className={styles.keys}>
          {KEYS.map(([key, explanation]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>
                <Label k={explanation} />
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title="about.licences-title">
        <p>
          <Label k="about.licences-intro" />
        </p>
        <LicenceList licences={licences} />
      </Part>
      <p className={styles.version}>
        <Label k="about.version" with={{ version }} />
      </p>
    </Page>
  );
}

function Part({ title, children }: { readonly title: TextKey; readonly children: ReactNode }) {
  const { name } = useText();
  return (
    <section className={styles.part}>
      <h2 aria-label={name(title)}>
        <Label k={title} />
      </h2>
      {children}
    </section>
  );
}
