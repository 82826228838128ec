/** The app's start in the browser: wires the adapters, takes the page over, then prepares for having no network. */
import { hydrateRoot } from 'react-dom/client';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/book.css';
import '../styles/book-marking.css';
import '../styles/book-figures.css';
import '../styles/book-furigana.css';
import '../styles/book-phrases.css';
import { App } from './app.tsx';
import { createServices } from './create-services.ts';
import { createEmptyServices } from './empty-services.ts';
import { bookIdOf } from './path.ts';
import type { Prerendered } from './services.ts';

function takePrerendered(): Prerendered | null {
  const id = bookIdOf(location.pathname);
  const article = document.querySelector('#root article');
  return id === null || article === null ? null : { id, html: article.innerHTML };
}

/** Milliseconds after which the page prepares for having no network. */
const OFFLINE_DELAY = 1500;

const root = document.getElementById('root');
if (root !== null) {
  const services = createServices();
  hydrateRoot(
    root,
    <App empty={createEmptyServices(services.catalog)} services={services} prerendered={takePrerendered()} />,
  );
  // What the reader waits for comes first.
  setTimeout(() => void services.offline.register(), OFFLINE_DELAY);
}
