/**
 * A Book as EPUB 3.3 (https://www.w3.org/TR/epub-33/) with real ruby, and with Media Overlays where it is narrated. The
 * files are those of the container, `mimetype` first; whoever packs them stores that one as it is.
 */
import { withOwnLinks } from '../book-links.ts';
import { describeImages } from '../describe-images.ts';
import { identifierOf } from '../identifier.ts';
import { withOwnTitle } from '../own-title.ts';
import { type BookFile, bookFile, type TalkingBook, type WrittenBook } from '../talking-book.ts';
import { element, xmlDocument } from '../xml/xml.ts';
import { type ContentOptions, writeColophon, writePart } from './content.ts';
import { writeLexicon } from './lexicon.ts';
import { pagesOf, writeNav } from './nav.ts';
import { type ManifestItem, writePackage } from './package.ts';
import { documentsOf, partsOf } from './parts.ts';
import { writeOverlay } from './smil.ts';
import { styleSheet } from './style.ts';

export interface EpubOptions {
  /** Columns from right to left, as the book's metadata says unless told. */
  readonly vertical?: boolean;
}

const FOLDER = 'EPUB';

export function writeEpub(given: TalkingBook, options: EpubOptions = {}): WrittenBook {
  const talking: TalkingBook = { ...given, book: withOwnLinks(describeImages(withOwnTitle(given.book))) };
  const { book, narration, making } = talking;
  const vertical = options.vertical ?? book.metadata.writingMode === 'vertical';
  const lexicon = writeLexicon(book);
  const parts = partsOf(book);
  const content: ContentOptions = { book, hasLexicon: lexicon !== null, documents: documentsOf(parts) };
  const items: ManifestItem[] = [];
  const files: BookFile[] = [];
  const add = (item: ManifestItem, file: string | BookFile['load']): void => {
    items.push(item);
    const path = `${FOLDER}/${item.href}`;
    files.push(typeof file === 'string' ? bookFile(path, file) : { path, load: file });
  };

  for (const part of parts) {
    const overlay = narration === null ? null : writeOverlay(part, narration);
    const overlayId = `${part.name}-overlay`;
    add(
      {
        id: part.name,
        href: `${part.name}.xhtml`,
        mediaType: 'application/xhtml+xml',
        spine: 'primary',
        ...(overlay !== null && { overlay: overlayId }),
      },
      writePart(part, content),
    );
    if (overlay === null) continue;
    const smil = { id: overlayId, href: `${part.name}.smil`, mediaType: 'application/smil+xml' };
    add({ ...smil, duration: overlay.duration }, overlay.smil);
  }
  add(
    { id: 'colophon', href: 'colophon.xhtml', mediaType: 'application/xhtml+xml', spine: 'secondary' },
    writeColophon(narration, making.generator, making.date, content),
  );
  add(
    { id: 'nav', href: 'nav.xhtml', mediaType: 'application/xhtml+xml', properties: 'nav' },
    writeNav(parts, content),
  );
  add(
    { id: 'style', href: 'style.css', mediaType: 'text/css' },
    styleSheet(vertical ? 'vertical' : 'horizontal'),
  );
  if (lexicon !== null)
    add({ id: 'lexicon', href: 'lexicon.pls', mediaType: 'application/pls+xml' }, lexicon);
  for (const recording of narration?.recordings ?? []) {
    const id = recording.path.replace(/\..*$/u, '');
    add({ id, href: recording.path, mediaType: 'audio/mpeg' }, recording.load);
  }
  const packageDocument = writePackage(talking, {
    identifier: identifierOf(talking),
    items,
    hasPages: pagesOf(parts).length > 0,
    vertical,
  });
  return {
    files: [
      bookFile('mimetype', 'application/epub+zip'),
      bookFile('META-INF/container.xml', container()),
      bookFile(`${FOLDER}/package.opf`, packageDocument),
      ...files,
    ],
    problems: [],
  };
}

function container(): string {
  const root = element(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    element(
      'rootfiles',
      {},
      element('rootfile', {
        'full-path': `${FOLDER}/package.opf`,
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  );
  return xmlDocument(root);
}
