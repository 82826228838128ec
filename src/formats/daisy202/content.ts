/** A chapter's text as XHTML 1.0: every sentence that is spoken links back to the moment that says it. */
import type { Block, DiagramNode, List, Section, Sentence, Table } from '../../book/book.ts';
import type { Chapter } from '../chapters.ts';
import { type PlainReadings, plainText } from '../plain-readings.ts';
import { element, type Xml, type XmlChild } from '../xml/xml.ts';
import { smilName, textId } from './names.ts';

export interface ContentOptions {
  readonly readings: PlainReadings;
  /** The ids of the sentences that have a moment in the SMIL file. */
  readonly spoken: ReadonlySet<string>;
}

const DEEPEST_HEADING = 6;

export function writeContent(chapter: Chapter, options: ContentOptions): Xml {
  const writer = new ContentWriter(smilName(chapter), options);
  const title = chapter.title.length === 0 ? null : writer.title(chapter.title);
  const sections = chapter.sections.flatMap((section) => writer.section(section, 1));
  return element('div', {}, title, sections);
}

class ContentWriter {
  readonly #smil: string;
  readonly #options: ContentOptions;

  constructor(smil: string, options: ContentOptions) {
    this.#smil = smil;
    this.#options = options;
  }

  title([title, ...rest]: readonly Sentence[]): readonly Xml[] {
    const heading = title === undefined ? [] : [element('h1', { class: 'title' }, this.sentence(title))];
    return rest.length === 0 ? heading : [...heading, element('p', {}, this.sentences(rest))];
  }

  section(section: Section, depth: number): readonly Xml[] {
    const hasHeading = section.heading.length > 0;
    const level = `h${Math.min(depth, DEEPEST_HEADING)}`;
    const heading = hasHeading ? [element(level, { id: section.id }, this.sentences(section.heading))] : [];
    const blocks = section.blocks.flatMap((block) => this.block(block));
    const below = section.sections.flatMap((inner) => this.section(inner, hasHeading ? depth + 1 : depth));
    return [...heading, ...blocks, ...below];
  }

  block(block: Block): readonly Xml[] {
    switch (block.type) {
      case 'paragraph':
        return [element('p', {}, this.sentences(block.sentences))];
      case 'preformatted':
        return [element('pre', {}, this.sentences(block.sentences))];
      case 'quote': {
        const inside = block.blocks.flatMap((inner) => this.block(inner));
        return inside.length === 0 ? [] : [element('blockquote', {}, inside)];
      }
      case 'list':
        return block.items.length === 0 ? [] : [this.list(block)];
      case 'table':
        return block.rows.length === 0 ? [] : [this.table(block)];
      case 'figure':
        return [element('p', {}, this.sentences(block.alternative), this.sentences(block.caption))];
      case 'diagram':
        return [
          element('div', { class: 'diagram' }, this.nodes(block.nodes)),
          ...(block.caption.length === 0 ? [] : [element('p', {}, this.sentences(block.caption))]),
        ];
      case 'page-break': {
        const link = element('a', { href: `${this.#smil}#${textId(block.id)}` }, block.label);
        return [element('div', {}, element('span', { id: block.id, class: 'page-normal' }, link))];
      }
      case 'thematic-break':
        return [element('hr')];
    }
  }

  list(list: List): Xml {
    const items = list.items.map((item) =>
      element(
        'li',
        {},
        item.blocks.flatMap((inner) => this.block(inner)),
      ),
    );
    return element(list.ordered ? 'ol' : 'ul', list.start === undefined ? {} : { start: list.start }, items);
  }

  table(table: Table): Xml {
    const rows = table.rows.map((row) =>
      element(
        'tr',
        {},
        row.map((cell) => element(cell.header ? 'th' : 'td', {}, this.sentences(cell.sentences))),
      ),
    );
    const caption = table.caption.length === 0 ? null : element('caption', {}, this.sentences(table.caption));
    return element('table', { border: 1 }, caption, rows);
  }

  nodes(nodes: readonly DiagramNode[]): XmlChild {
    if (nodes.length === 0) return null;
    return element(
      'ul',
      {},
      nodes.map(({ label, children }) => element('li', {}, this.sentences(label), this.nodes(children))),
    );
  }

  sentences(sentences: readonly Sentence[]): readonly Xml[] {
    return sentences.map((sentence) => this.sentence(sentence));
  }

  sentence(sentence: Sentence): Xml {
    const text = plainText(sentence, this.#options.readings);
    const inside = this.#options.spoken.has(sentence.id)
      ? element('a', { href: `${this.#smil}#${textId(sentence.id)}` }, text)
      : text;
    return element('span', { id: sentence.id, class: 'sentence' }, inside);
  }
}
