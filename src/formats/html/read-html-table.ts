/** An HTML table as rows of cells that stand alone. */
import type { Sentence, TableCell } from '../../book/book.ts';
import { attribute, elementsBelow, type HtmlElement, isElement, isSkipped } from './read-html-tree.ts';

export interface TableParts {
  readonly captions: readonly HtmlElement[];
  /** The cells of each row. */
  readonly rows: readonly (readonly HtmlElement[])[];
}

export interface DataTable {
  readonly caption: readonly Sentence[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** What cells span is filled with empty ones only up to so many columns and rows; no table for people is larger. */
const MOST_SPANNED = 100;

export function partsOfTable(table: HtmlElement): TableParts {
  const inside = shown(table);
  const groups = inside.flatMap((one) => (/^t(?:head|body|foot)$/u.test(one.tagName) ? shown(one) : [one]));
  return {
    captions: inside.filter(({ tagName }) => tagName === 'caption'),
    rows: groups
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => shown(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')),
  };
}

/** It lays out the page: it says so, holds a single cell, or has in it what no table of data has. */
export function isLayout(table: HtmlElement, { rows }: TableParts): boolean {
  if (/^(?:presentation|none)$/u.test(attribute(table, 'role') ?? '')) return true;
  if (rows.flat().length <= 1) return true;
  return elementsBelow(table).some(({ tagName }) => /^(?:table|h[1-6]|main|article|section)$/u.test(tagName));
}

/** `read` gives a cell's sentences; asked once for each, in order. Rows without a word are left out. */
export function dataTable(parts: TableParts, read: (part: HtmlElement) => readonly Sentence[]): DataTable {
  const caption = parts.captions.flatMap((part) => read(part));
  const rows: TableCell[][] = [];
  /** How many more rows a cell reaches down, by its column. */
  let below: number[] = [];
  for (const cells of parts.rows) {
    const row: TableCell[] = [];
    const next: number[] = [];
    const skipTaken = (): void => {
      for (let rest = below[row.length] ?? 0; rest > 0; rest = below[row.length] ?? 0) {
        next[row.length] = rest - 1;
        row.push(EMPTY);
      }
    };
    for (const cell of cells) {
      skipTaken();
      const [width, height] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      const header = cell.tagName === 'th';
      for (let column = 0; column < width && (column === 0 || row.length < MOST_SPANNED); column++) {
        if (row.length < MOST_SPANNED) next[row.length] = height - 1;
        row.push(column === 0 ? { header, sentences: read(cell) } : EMPTY);
      }
    }
    skipTaken();
    below = next;
    if (row.some((cell) => cell.sentences.length > 0)) rows.push(row);
  }
  return { caption, rows };
}

const EMPTY: TableCell = { header: false, sentences: [] };

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MOST_SPANNED) : 1;
}

function shown(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.filter(isElement).filter((one) => !isSkipped(one));
}
