/** From JSON that was stored or fetched to a Book. Whatever passes here is safe to show and keeps the model's promises. */
import {
  type Block,
  BOOK_VERSION,
  type Book,
  type DiagramNode,
  type List,
  type Metadata,
  type Section,
  type Sentence,
  type TableCell,
} from './book.ts';
import { parseSentence } from './parse-sentence.ts';
import { type BookError, type Fields, fieldsOf, listAt, Mismatch, textAt } from './parse-values.ts';
import { isBookPath } from './safe-link.ts';

export type ParsedBook =
  | { readonly ok: true; readonly book: Book }
  | { readonly ok: false; readonly error: BookError };

const BLOCK_TYPES: readonly Block['type'][] = [
  'paragraph',
  'list',
  'table',
  'figure',
  'diagram',
  'quote',
  'page-break',
  'preformatted',
  'thematic-break',
];

const BOOK_ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/u;
/** Without a point, so that what the HTML writer derives from ids (`<id>.h`) is never another's. */
const PART_ID = /^[A-Za-z_][A-Za-z0-9_-]*$/u;

/** Sections, blocks and boxes below one another, all counted together. */
const MAX_DEPTH = 100;

/**
 * Checks the whole structure by hand and returns a copy that holds nothing else. Fails at the first thing that is
 * wrong: a book is stored by the app itself, so a wrong one is damaged or of another version, and is made anew.
 */
export function parseBook(value: unknown): ParsedBook {
  try {
    const fields = fieldsOf(value, '');
    if (fields.number('version') !== BOOK_VERSION) throw new Mismatch('wrong-version', 'version');
    return { ok: true, book: createParser().book(fields) };
  } catch (error) {
    if (error instanceof Mismatch) return { ok: false, error: error.error };
    throw error;
  }
}

function createParser() {
  const taken = new Set<string>();
  const claim = (id: string, path: string): string => {
    if (!PART_ID.test(id)) throw new Mismatch('bad-id', path);
    if (taken.has(id)) throw new Mismatch('duplicate-id', path);
    taken.add(id);
    return id;
  };
  const sentences = (fields: Fields, key: string): Sentence[] =>
    fields.list(key, (item, path) => parseSentence(item, path, claim));

  const book = (fields: Fields): Book => {
    const id = fields.text('id');
    if (!BOOK_ID.test(id)) throw new Mismatch('bad-id', 'id');
    return {
      version: BOOK_VERSION,
      id,
      metadata: parseMetadata(fieldsOf(fields.value('metadata'), 'metadata')),
      title: sentences(fields, 'title'),
      sections: fields.list('sections', (item, path) => section(item, path, 0)),
    };
  };

  const section = (value: unknown, path: string, depth: number): Section => {
    const fields = nested(value, path, depth);
    return {
      id: claim(fields.text('id'), `${path}.id`),
      heading: sentences(fields, 'heading'),
      blocks: blocks(fields, depth),
      sections: fields.list('sections', (item, at) => section(item, at, depth + 1)),
    };
  };

  const blocks = (fields: Fields, depth: number): Block[] =>
    fields.list('blocks', (item, path) => block(nested(item, path, depth), depth + 1));

  const block = (fields: Fields, depth: number): Block => {
    const type = fields.choice('type', BLOCK_TYPES);
    switch (type) {
      case 'paragraph':
      case 'preformatted':
        return { type, sentences: sentences(fields, 'sentences') };
      case 'list':
        return list(fields, depth);
      case 'table':
        return { type, caption: sentences(fields, 'caption'), rows: fields.list('rows', row) };
      case 'figure': {
        const src = fields.text('src');
        if (!isBookPath(src)) throw new Mismatch('unsafe-address', `${fields.path}.src`);
        return {
          type,
          src,
          alternative: sentences(fields, 'alternative'),
          caption: sentences(fields, 'caption'),
        };
      }
      case 'diagram': {
        const nodes = fields.list('nodes', (item, path) => diagramNode(item, path, depth));
        return { type, caption: sentences(fields, 'caption'), nodes };
      }
      case 'quote':
        return { type, blocks: blocks(fields, depth) };
      case 'page-break':
        return { type, id: claim(fields.text('id'), `${fields.path}.id`), label: fields.text('label') };
      case 'thematic-break':
        return { type };
    }
  };

  const list = (fields: Fields, depth: number): List => {
    const items = fields.list('items', (item, path) => ({ blocks: blocks(fieldsOf(item, path), depth) }));
    const parsed = { type: 'list', ordered: fields.boolean('ordered'), items } as const;
    if (!fields.has('start')) return parsed;
    const start = fields.number('start');
    if (!Number.isInteger(start)) throw new Mismatch('not-a-book', `${fields.path}.start`);
    return { ...parsed, start };
  };

  const row = (value: unknown, path: string): TableCell[] =>
    listAt(value, path, (item, at) => {
      const fields = fieldsOf(item, at);
      return { header: fields.boolean('header'), sentences: sentences(fields, 'sentences') };
    });

  const diagramNode = (value: unknown, path: string, depth: number): DiagramNode => {
    const fields = nested(value, path, depth);
    return {
      label: sentences(fields, 'label'),
      children: fields.list('children', (item, at) => diagramNode(item, at, depth + 1)),
    };
  };

  return { book };
}

function nested(value: unknown, path: string, depth: number): Fields {
  if (depth > MAX_DEPTH) throw new Mismatch('too-deep', path);
  return fieldsOf(value, path);
}

function parseMetadata(fields: Fields): Metadata {
  const statement = fields.optionalText('statement');
  const publisher = fields.optionalText('publisher');
  const source = fields.optionalText('source');
  return {
    title: fields.text('title'),
    language: fields.text('language'),
    creators: fields.list('creators', textAt),
    ...(statement === undefined ? {} : { statement }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(source === undefined ? {} : { source }),
    ...(fields.has('writingMode')
      ? { writingMode: fields.choice('writingMode', ['horizontal', 'vertical']) }
      : {}),
  };
}
