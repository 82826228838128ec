/** The package document (EPUB 3.3 §5): what the book is, what it is made of, in which order it is read. */
import type { Book, Seconds } from '../../book/book.ts';
import { sentencesOf } from '../../book/walk.ts';
import type { TalkingBook } from '../talking-book.ts';
import { element, type Xml, xmlDocument } from '../xml/xml.ts';
import { clock } from './smil.ts';
import { ACTIVE_CLASS } from './style.ts';

export interface ManifestItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties?: string;
  /** The id of its media overlay. */
  readonly overlay?: string;
  /** Its place in the reading order: `secondary` stands apart from it. */
  readonly spine?: 'primary' | 'secondary';
  /** How long an overlay sounds. */
  readonly duration?: Seconds;
}

export interface PackageOptions {
  readonly identifier: string;
  readonly items: readonly ManifestItem[];
  readonly hasPages: boolean;
  readonly vertical: boolean;
}

export function writePackage({ book, narration, making }: TalkingBook, options: PackageOptions): string {
  const { identifier, items, hasPages, vertical } = options;
  const { metadata } = book;
  const durations = items.flatMap((item) =>
    item.duration === undefined ? [] : [{ item, duration: item.duration }],
  );
  const total = durations.reduce((sum, { duration }) => sum + duration, 0);
  const spoken =
    narration === null
      ? []
      : [
          ...durations.map(({ item, duration }) => meta('media:duration', clock(duration), item.id)),
          meta('media:duration', clock(total)),
          meta('media:narrator', narration.narrator),
          meta('media:active-class', ACTIVE_CLASS),
        ];
  const head = element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:identifier', { id: 'book-id' }, identifier),
    element('dc:title', {}, metadata.title),
    element('dc:language', {}, metadata.language),
    metadata.creators.map((creator) => element('dc:creator', {}, creator)),
    metadata.publisher === undefined ? null : element('dc:publisher', {}, metadata.publisher),
    element('dc:date', {}, making.date),
    metadata.source === undefined && !hasPages
      ? null
      : element('dc:source', { id: 'source' }, metadata.source ?? metadata.title),
    hasPages ? meta('source-of', 'pagination', 'source') : null,
    metadata.statement === undefined ? null : element('dc:description', {}, metadata.statement),
    meta('dcterms:modified', `${making.date}T00:00:00Z`),
    accessibility(book, narration !== null, hasPages),
    spoken,
  );
  const manifest = element(
    'manifest',
    {},
    items.map((item) =>
      element('item', {
        id: item.id,
        href: item.href,
        'media-type': item.mediaType,
        properties: item.properties,
        'media-overlay': item.overlay,
      }),
    ),
  );
  const spine = element(
    'spine',
    { 'page-progression-direction': vertical ? 'rtl' : 'ltr' },
    items
      .filter((item) => item.spine !== undefined)
      .map((item) =>
        element('itemref', { idref: item.id, linear: item.spine === 'secondary' ? 'no' : null }),
      ),
  );
  const root = element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'book-id',
      'xml:lang': metadata.language,
      prefix: 'schema: http://schema.org/ a11y: http://www.idpf.org/epub/vocab/package/a11y/#',
    },
    head,
    manifest,
    spine,
  );
  return xmlDocument(root);
}

function meta(property: string, value: string, refines?: string): Xml {
  return element('meta', { property, refines: refines === undefined ? null : `#${refines}` }, value);
}

/** Only what is true of this book (EPUB Accessibility 1.1 §3). No conformance is claimed: a person would have to judge. */
function accessibility(book: Book, isNarrated: boolean, hasPages: boolean): readonly Xml[] {
  const ruby = rubyOf(book);
  const features = [
    'tableOfContents',
    'structuralNavigation',
    'readingOrder',
    'displayTransformability',
    ...(isNarrated ? ['synchronizedAudioText'] : []),
    ...(ruby === 'none' ? [] : [ruby]),
    ...(hasPages ? ['pageNavigation', 'pageBreakMarkers'] : []),
  ];
  const summary = [
    '見出しで移動できます。文字の大きさと色を変えられます。',
    isNarrated ? 'すべての文に合成音声の朗読があり、読んでいる文に印がつきます。' : '',
    ruby === 'fullRubyAnnotations' ? 'すべての漢字にふりがながあります。' : '',
    hasPages ? 'もとの資料のページで移動できます。' : '',
  ].join('');
  return [
    meta('schema:accessMode', 'textual'),
    ...(isNarrated ? [meta('schema:accessMode', 'auditory')] : []),
    meta('schema:accessModeSufficient', 'textual'),
    ...(isNarrated ? [meta('schema:accessModeSufficient', 'auditory')] : []),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', summary),
  ];
}

function rubyOf(book: Book): 'none' | 'rubyAnnotations' | 'fullRubyAnnotations' {
  let some = false;
  let all = true;
  for (const { sentence } of sentencesOf(book)) {
    some ||= sentence.ruby.length > 0;
    let rest = '';
    let at = 0;
    for (const { start, end } of sentence.ruby) {
      rest += sentence.text.slice(at, start);
      at = end;
    }
    all &&= !/\p{sc=Han}/u.test(rest + sentence.text.slice(at));
  }
  if (!some) return 'none';
  return all ? 'fullRubyAnnotations' : 'rubyAnnotations';
}
