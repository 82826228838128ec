import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { Router, useLocation } from 'wouter';
import { TranslatorProvider } from '../i18n/translator.ts';
import { useText } from '../i18n/use-text.ts';
import { Label } from '../ui/label.tsx';
import { useStore } from '../ui/use-store.ts';
import { ErrorBoundary, NotFoundPage } from './error-pages.tsx';
import { go } from './link.ts';
import { bookIdOf, pagePath } from './path.ts';
import { ReadPage } from './read-page.tsx';
import type { Prerendered, Services } from './services.ts';
import { StatusLine } from './status-line.tsx';
import { useLanguage } from './use-language.ts';
import { useProblems } from './use-problems.ts';

// Each page comes by itself, so that the way to a book, and to 聞く, stays short.
const ShelfPage = lazy(async () => ({ default: (await import('./shelf-page.tsx')).ShelfPage }));
const AboutDoor = lazy(async () => ({ default: (await import('./about-door.tsx')).AboutDoor }));
const CheckDoor = lazy(async () => ({ default: (await import('./check-door.tsx')).CheckDoor }));
const OpenDoor = lazy(async () => ({ default: (await import('./open-door.tsx')).OpenDoor }));

/** The addresses besides the books'. */
const PAGES: readonly string[] = ['/', '/open', '/about', '/check'];

interface AppProps {
  /** Empty ones, as the pre-rendered page had them: the first render must be the same as the page's. */
  readonly empty: Services;
  /** The real ones, from the moment the page has been taken over; `null` while pre-rendering. */
  readonly services: Services | null;
  readonly prerendered: Prerendered | null;
  /** The path that is being pre-rendered. */
  readonly path?: string;
}

/** The app: pre-rendered with nothing of the reader's in it, then taken over with everything. */
export function App({ empty, services, prerendered, path }: AppProps) {
  const [live, setLive] = useState(false);
  useLayoutEffect(() => setLive(services !== null), [services]);
  const given = live && services !== null ? services : empty;
  return (
    <TranslatorProvider value={given.i18n}>
      <Router {...(path !== undefined && { ssrPath: path })}>
        <ErrorBoundary>
          <Pages services={given} live={live} prerendered={prerendered} />
        </ErrorBoundary>
      </Router>
    </TranslatorProvider>
  );
}

function Pages({
  services,
  live,
  prerendered,
}: {
  readonly services: Services;
  readonly live: boolean;
  readonly prerendered: Prerendered | null;
}) {
  const [location] = useLocation();
  const path = pagePath(location);
  const { name } = useText();
  useLanguage(services, live);
  useProblems(services, live);
  const notice = useStore(services.notices);
  const first = useRef(path);
  /** The book that a press asked to be read aloud, until it has been opened. */
  const [toPlay, setToPlay] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);

  // A new page begins at its main part, for the keyboard and for a screen reader.
  useLayoutEffect(() => {
    if (path === first.current) return;
    first.current = '';
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);

  const read = bookIdOf(path);
  return (
    <>
      <a className="skip-link" href="#main" aria-label={name('app.skip-to-main')}>
        <Label k="app.skip-to-main" />
      </a>
      {path === '/' && (
        <Suspense>
          <ShelfPage
            services={services}
            live={live}
            onContinue={(id) => {
              services.voice.prime();
              setToPlay(id);
              go(`/read/${id}`);
            }}
            onFile={(chosen) => {
              setFile(chosen);
              go('/open');
            }}
          />
        </Suspense>
      )}
      {read !== null && (
        <ReadPage
          key={read}
          id={read}
          services={services}
          prerendered={prerendered}
          playAtOnce={toPlay === read}
        />
      )}
      {path === '/open' && (
        <Suspense>
          <OpenDoor services={services} live={live} file={file} onFileTaken={() => setFile(null)} />
        </Suspense>
      )}
      {path === '/about' && (
        <Suspense>
          <AboutDoor services={services} live={live} />
        </Suspense>
      )}
      {path === '/check' && (
        <Suspense>
          <CheckDoor services={services} live={live} />
        </Suspense>
      )}
      {read === null && !PAGES.includes(path) && <NotFoundPage services={services} />}
      <StatusLine message={notice} onDone={() => services.notices.set(null)} />
    </>
  );
}
