/** What the app must reach, as data, and how a figure is held against it. */

export interface Bar {
  readonly name: string;
  readonly figure: number;
  /** The most that is allowed. */
  readonly most?: number;
  /** The least that is asked for. */
  readonly least?: number;
  readonly unit: string;
}

export interface Judged extends Bar {
  readonly passed: boolean;
}

export function judge(bars: readonly Bar[]): readonly Judged[] {
  return bars.map((bar) => {
    const { figure, most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY } = bar;
    return { ...bar, passed: figure <= most && figure >= least };
  });
}

/** Rows as text in columns: the first to the left, the others to the right. Kana and kanji count as two columns. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, columnsOf(cell));
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat((widths[column] ?? 0) - columnsOf(cell));
          return column === 0 ? cell + space : space + cell;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character >= '\u2e80' ? 2 : 1), 0);
}

/** With as many digits as say something. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
