/** A book as a few lines that a table of expectations can hold. */
import type { Block, Book, DiagramNode, Section, Sentence } from '../../../src/book/book.ts';

/** Sentences separated by `/`, readings as `«base|reading»`, marks as `<type>…</>`. */
export function show(sentences: readonly Sentence[]): string {
  return sentences.map(showSentence).join('/');
}

function showSentence({ text, ruby, marks }: Sentence): string {
  const before = new Map<number, string>();
  const after = new Map<number, string>();
  for (const { start, end, reading } of ruby) {
    before.set(start, `«${before.get(start) ?? ''}`);
    after.set(end, `|${reading}»${after.get(end) ?? ''}`);
  }
  for (const mark of marks.toReversed()) {
    const name = mark.type === 'link' ? mark.href : mark.type;
    before.set(mark.start, `<${name}>${before.get(mark.start) ?? ''}`);
    after.set(mark.end, `${after.get(mark.end) ?? ''}</>`);
  }
  let shown = '';
  for (let at = 0; at <= text.length; at++) {
    shown += (after.get(at) ?? '') + (before.get(at) ?? '') + text.charAt(at);
  }
  return shown.replaceAll('\n', '⏎');
}

/** One line for each heading and block; what is inside a block is indented. */
export function outline(book: Book): string[] {
  return book.sections.flatMap((section) => outlineSection(section, 1));
}

function outlineSection(section: Section, depth: number): string[] {
  const heading = `${'#'.repeat(depth)} ${show(section.heading)}`;
  return [
    heading.trim(),
    ...section.blocks.flatMap(outlineBlock),
    ...section.sections.flatMap((below) => outlineSection(below, depth + 1)),
  ];
}

function outlineBlock(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [show(block.sentences)];
    case 'preformatted':
      return [`pre ${show(block.sentences)}`];
    case 'list':
      return [
        block.ordered ? `ol ${block.start ?? 1}` : 'ul',
        ...block.items.flatMap((item) => item.blocks.flatMap(outlineBlock).map((line) => `- ${line}`)),
      ];
    case 'table':
      return block.rows.map((row) =>
        row.map((cell) => (cell.header ? `*${show(cell.sentences)}` : show(cell.sentences))).join(' | '),
      );
    case 'figure':
      return [`figure ${block.src} ${show(block.alternative)} (${show(block.caption)})`];
    case 'diagram':
      return [`diagram ${show(block.caption)}`, ...block.nodes.flatMap((node) => outlineNode(node, 1))];
    case 'quote':
      return block.blocks.flatMap(outlineBlock).map((line) => `> ${line}`);
    case 'page-break':
      return [`page ${block.label} ${block.id}`];
    case 'thematic-break':
      return ['---'];
  }
}

function outlineNode(node: DiagramNode, depth: number): string[] {
  return [
    `${'·'.repeat(depth)} ${show(node.label)}`,
    ...node.children.flatMap((child) => outlineNode(child, depth + 1)),
  ];
}
