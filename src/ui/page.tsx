import type { ReactNode } from 'react';
import { type TextKey, useText } from '../i18n/use-text.ts';
import { AppLink, type Link } from './app-link.tsx';
import { ShelfIcon } from './icons.tsx';
import { Label } from './label.tsx';
import styles from './page.module.css';

/** A page with the way back to the shelf above its heading. */
export function Page({
  title,
  link,
  children,
}: {
  readonly title: TextKey;
  readonly link: Link;
  readonly children: ReactNode;
}) {
  const { name } = useText();
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <AppLink {...link('/')} className={styles.back} name={name('reader.toolbar.shelf')}>
          <ShelfIcon />
          <span>
            <Label k="reader.toolbar.shelf" />
          </span>
        </AppLink>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <h1 aria-label={name(title)}>
          <Label k={title} />
        </h1>
        {children}
      </main>
    </div>
  );
}
