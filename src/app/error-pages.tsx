import { Component, type ReactNode } from 'react';
import { type TextKey, useText } from '../i18n/use-text.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Button } from '../ui/button.tsx';
import { Label } from '../ui/label.tsx';
import styles from './error-pages.module.css';
import { link } from './link.ts';
import type { BookError, Services } from './services.ts';
import { useLooks } from './use-looks.ts';
import { usePageReady, usePageTitle } from './use-page.ts';

const BOOK_ERRORS: Readonly<Record<BookError, TextKey>> = {
  'not-found': 'errors.book-not-found',
  damaged: 'errors.book-damaged',
  offline: 'errors.offline',
};

/** A page that says what happened, what was kept, and what to do now. */
function ErrorPage({
  title,
  text,
  code,
}: {
  readonly title: TextKey;
  readonly text: TextKey;
  readonly code?: string;
}) {
  const { name } = useText();
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      <h1 aria-label={name(title)}>
        <Label k={title} />
      </h1>
      <p>
        <Label k={text} /> {code !== undefined && <Label k="open.code" with={{ code }} />}
      </p>
      <p className={styles.actions}>
        <AppLink {...link('/')} className={styles.link} name={name('errors.to-shelf')}>
          <Label k="errors.to-shelf" />
        </AppLink>
        <Button label="errors.reload" onPress={() => location.reload()} />
      </p>
    </main>
  );
}

export function BookErrorPage({
  error,
  services,
}: {
  readonly error: BookError;
  readonly services: Services;
}) {
  const { name } = useText();
  useLooks(services.settings, null);
  usePageTitle(name('errors.title'));
  usePageReady(true);
  return <ErrorPage title="errors.title" text={BOOK_ERRORS[error]} code={error} />;
}

export function NotFoundPage({ services }: { readonly services: Services }) {
  const { name } = useText();
  useLooks(services.settings, null);
  usePageTitle(name('errors.not-found-title'));
  usePageReady(true);
  return <ErrorPage title="errors.not-found-title" text="errors.not-found" />;
}

/** Catches what nobody expected, so that a fault in one part never leaves a blank page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    document.documentElement.dataset.app = 'ready';
    console.error(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ErrorPage title="errors.title" text="errors.unexpected" />;
  }
}
