/** How a book is laid out in files: one document for the title, one for each top section. */
import type { Block, Book, Section, Sentence } from '../../book/book.ts';
import { walkSection } from '../../book/walk.ts';

export interface EpubPart {
  /** Without its ending: `text-001`. */
  readonly name: string;
  /** `null` for the title's part. */
  readonly section: Section | null;
  /** The sentences that name the part. */
  readonly title: readonly Sentence[];
}

/** In reading order. */
export function partsOf(book: Book): readonly EpubPart[] {
  const titlePart: EpubPart = { name: 'title', section: null, title: book.title };
  return [
    titlePart,
    ...book.sections.map((section, index) => ({
      name: `text-${String(index + 1).padStart(3, '0')}`,
      section,
      title: section.heading,
    })),
  ];
}

/** The id of a block that a listener can leave as a whole (EPUB 3.3 §9.3.2.2); `null` for one that isn't such. */
export function escapableId(block: Block): string | null {
  const [first] = spokenSentences(block);
  if (first === undefined) return null;
  const isEscapable = block.type === 'table' || block.type === 'list' || block.type === 'diagram';
  return isEscapable ? `b-${first.id}` : null;
}

/** The sentences of a block that are spoken, in order: of a drawing its caption alone. */
export function spokenSentences(block: Block): readonly Sentence[] {
  switch (block.type) {
    case 'paragraph':
    case 'preformatted':
      return block.sentences;
    case 'quote':
      return block.blocks.flatMap(spokenSentences);
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(spokenSentences));
    case 'table':
      return [...block.caption, ...block.rows.flatMap((row) => row.flatMap((cell) => cell.sentences))];
    case 'figure':
      return [...block.alternative, ...block.caption];
    case 'diagram':
      return block.caption;
    case 'page-break':
    case 'thematic-break':
      return [];
  }
}

/** The document of every section and sentence, by its id. */
export function documentsOf(parts: readonly EpubPart[]): ReadonlyMap<string, string> {
  const documents = new Map<string, string>();
  for (const { name, section, title } of parts) {
    const file = `${name}.xhtml`;
    for (const sentence of title) documents.set(sentence.id, file);
    if (section === null) continue;
    const sections = (one: Section): void => {
      documents.set(one.id, file);
      one.sections.forEach(sections);
    };
    sections(section);
    walkSection(section, ({ sentence }) => documents.set(sentence.id, file));
  }
  return documents;
}
