/** The entry that pre-renders pages when the app is built. */
import catalog from 'virtual:tomoyomi/catalog';
import { prerenderToNodeStream } from 'react-dom/static';
import type { Book } from '../book/book.ts';
import { App } from './app.tsx';
import { writeBookHtml } from './book-html.ts';
import { createEmptyServices } from './empty-services.ts';

/** The inside of a book's `<article>`, as the page carries it. */
export function renderBook(book: Book): string {
  return writeBookHtml(book, { screenReader: 'kanji', readingScript: null });
}

/** The inside of the page's root element. `html` is the book's, for a page that shows one. */
export async function renderPage(path: string, html: string | null): Promise<string> {
  const id = path.startsWith('/read/') ? path.slice('/read/'.length) : '';
  const { prelude } = await prerenderToNodeStream(
    <App
      empty={createEmptyServices(catalog)}
      services={null}
      prerendered={html === null ? null : { id, html }}
      path={path}
    />,
  );
  const chunks: Buffer[] = [];
  for await (const chunk of prelude) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
