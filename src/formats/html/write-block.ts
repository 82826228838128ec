/** One block of a book as HTML. */
import type { Block, Diagram, DiagramNode, ImageFigure, List, Sentence, Table } from '../../book/book.ts';
import { isBookPath } from '../../book/safe-link.ts';
import { textOf } from '../../book/text.ts';
import { escapeHtml } from './escape.ts';

/** How what is inside a block is written. */
export interface BlockWriter {
  readonly sentences: (sentences: readonly Sentence[], preformatted?: boolean) => string;
  readonly assetUrl: (path: string) => string;
  readonly pageLabel: (label: string) => string;
}

export function writeBlock(block: Block, write: BlockWriter): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${write.sentences(block.sentences)}</p>`;
    case 'list':
      return writeList(block, write);
    case 'table':
      return writeTable(block, write);
    case 'figure':
      return writeFigure(block, write);
    case 'diagram':
      return writeDiagram(block, write);
    case 'quote':
      return `<blockquote>${block.blocks.map((inner) => writeBlock(inner, write)).join('')}</blockquote>`;
    case 'page-break': {
      const name = escapeHtml(write.pageLabel(block.label));
      return `<span role="doc-pagebreak" aria-label="${name}" id="${escapeHtml(block.id)}"></span>`;
    }
    case 'preformatted':
      return `<pre>${write.sentences(block.sentences, true)}</pre>`;
    case 'thematic-break':
      return '<hr>';
  }
}

/** An item's paragraph is written without `<p>` where it is the item's only one. */
function writeList(list: List, write: BlockWriter): string {
  const items = list.items.map(({ blocks }) => {
    const [first, ...others] = blocks;
    const short = first?.type === 'paragraph' && others.every((block) => block.type !== 'paragraph');
    const lead = short ? write.sentences(first.sentences) : '';
    return `<li>${lead}${(short ? others : blocks).map((block) => writeBlock(block, write)).join('')}</li>`;
  });
  const start = list.start === undefined ? '' : ` start="${list.start}"`;
  return list.ordered ? `<ol${start}>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`;
}

/** The rows at the top that hold only headers are the table's head. */
function writeTable(table: Table, write: BlockWriter): string {
  const firstOfBody = table.rows.findIndex((row) => !row.every((cell) => cell.header));
  const head = table.rows.slice(0, Math.max(firstOfBody, 0));
  const body = table.rows.slice(head.length);
  const row = (cells: Table['rows'][number], scope: 'col' | 'row'): string => {
    const inside = cells.map(({ header, sentences }) => {
      const html = write.sentences(sentences);
      return header && html !== '' ? `<th scope="${scope}">${html}</th>` : `<td>${html}</td>`;
    });
    return `<tr>${inside.join('')}</tr>`;
  };
  const caption = table.caption.length > 0 ? `<caption>${write.sentences(table.caption)}</caption>` : '';
  const thead = head.length > 0 ? `<thead>${head.map((cells) => row(cells, 'col')).join('')}</thead>` : '';
  const tbody = body.length > 0 ? `<tbody>${body.map((cells) => row(cells, 'row')).join('')}</tbody>` : '';
  return `<table>${caption}${thead}${tbody}</table>`;
}

/** The image stands for the first sentence of its alternative, so that a place in the book can be that sentence. */
function writeFigure(figure: ImageFigure, write: BlockWriter): string {
  const [first] = figure.alternative;
  const id = first ? ` data-sentence="${escapeHtml(first.id)}" id="${escapeHtml(first.id)}"` : '';
  const alt = escapeHtml(textOf(figure.alternative));
  const src = isBookPath(figure.src) ? ` src="${escapeHtml(write.assetUrl(figure.src))}"` : '';
  return `<figure><img${src} alt="${alt}"${id} loading="lazy">${writeCaption(figure.caption, write)}</figure>`;
}

function writeDiagram(diagram: Diagram, write: BlockWriter): string {
  const nodes = `<ul class="diagram">${writeNodes(diagram.nodes, write)}</ul>`;
  return `<figure>${nodes}${writeCaption(diagram.caption, write)}</figure>`;
}

function writeNodes(nodes: readonly DiagramNode[], write: BlockWriter): string {
  return nodes
    .map(({ label, children }) => {
      const below = children.length > 0 ? `<ul>${writeNodes(children, write)}</ul>` : '';
      return `<li><span class="box">${write.sentences(label)}</span>${below}</li>`;
    })
    .join('');
}

function writeCaption(caption: readonly Sentence[], write: BlockWriter): string {
  return caption.length > 0 ? `<figcaption>${write.sentences(caption)}</figcaption>` : '';
}
