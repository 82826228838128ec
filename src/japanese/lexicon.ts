/** The lexicon: readings of names and terms, one a line, kept as CSV so that anyone can mend a reading in a spreadsheet. */

/**
 * What a voice is given for the word: `kana` its reading; the empty string the word as it is written, which voices say
 * better as a rule. Where the reading isn't the dictionary's own, the voice is given kana either way.
 */
export type LexiconVoice = '' | 'kana';

export interface LexiconEntry {
  /** As the texts write it. */
  readonly surface: string;
  /** In kana. */
  readonly reading: string;
  /** For whoever keeps the list; empty where there is none. */
  readonly note: string;
  readonly voice: LexiconVoice;
}

/** `line` counts from 1, at the line where the entry begins. */
export interface LexiconError {
  readonly line: number;
  readonly code:
    | 'no-header'
    | 'wrong-columns'
    /** A line, or the header, that is apart by ， instead of by a comma. */
    | 'full-width-comma'
    | 'no-surface'
    | 'reading-not-kana'
    | 'no-such-voice'
    | 'twice'
    | 'open-quote';
}

export type ParsedLexicon =
  | { readonly ok: true; readonly entries: readonly LexiconEntry[] }
  | { readonly ok: false; readonly errors: readonly LexiconError[] };

const HEADER = ['surface', 'reading', 'note', 'voice'] as const;
/** The column `voice` may be left out, in the header as in a line. */
const LEAST_HEADER = 3;
const KANA = /^[ぁ-ゖァ-ヺー・\s]+$/u;

/** Parses `surface,reading,note,voice` with a header line, quoted as in RFC 4180. All errors are reported at once. */
export function parseLexicon(csv: string): ParsedLexicon {
  const { records, open } = parseCsv(csv.replace(/^\ufeff/u, ''));
  const errors: LexiconError[] = open === null ? [] : [{ line: open, code: 'open-quote' }];
  const entries: LexiconEntry[] = [];
  const seen = new Set<string>();
  const [header, ...rows] = records;
  if (header === undefined || !isHeader(header.fields)) {
    errors.push({
      line: 1,
      code: isApartByFullWidth(header?.fields ?? []) ? 'full-width-comma' : 'no-header',
    });
  }
  for (const { line, fields } of rows) {
    const [surface = '', reading = '', note = '', voice = ''] = fields;
    if (fields.length === 1 && surface === '') continue;
    const fault = isApartByFullWidth(fields)
      ? 'full-width-comma'
      : faultOf(fields.length, surface, reading, voice, seen);
    if (fault !== null) errors.push({ line, code: fault });
    seen.add(surface);
    entries.push({ surface, reading, note, voice: voice === 'kana' ? voice : '' });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, entries };
}

/**
 * The inverse of `parseLexicon`: a header, one entry a line, a line break at the end, with quotes only where RFC 4180
 * asks for them. Neither a byte order mark nor an escape against formulas is added; surfaces and readings are words.
 */
export function serializeLexicon(entries: readonly LexiconEntry[]): string {
  const rows = entries.map(({ surface, reading, note, voice }) => [surface, reading, note, voice]);
  return [HEADER, ...rows].map((fields) => `${fields.map(quoteField).join(',')}\n`).join('');
}

/** Quotes what a reader of CSV would take apart. A field that a quote begins is quoted, as a bare quote may only follow. */
function quoteField(field: string): string {
  return /[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** What an input method writes for a comma leaves a line with one column. */
function isApartByFullWidth(fields: readonly string[]): boolean {
  return fields.length === 1 && fields[0]?.includes('，') === true;
}

function isHeader(fields: readonly string[]): boolean {
  return fields.length >= LEAST_HEADER && HEADER.every((name, index) => (fields[index] ?? name) === name);
}

function faultOf(
  columns: number,
  surface: string,
  reading: string,
  voice: string,
  seen: ReadonlySet<string>,
): LexiconError['code'] | null {
  if (columns < 2 || columns > HEADER.length) return 'wrong-columns';
  if (surface.trim() === '') return 'no-surface';
  if (!KANA.test(reading)) return 'reading-not-kana';
  if (voice !== '' && voice !== 'kana') return 'no-such-voice';
  return seen.has(surface) ? 'twice' : null;
}

/** A record of a CSV text; `line` counts from 1, where it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** RFC 4180. `open` is the line of a quote that never closes, or `null`. */
export function parseCsv(csv: string): {
  readonly records: readonly CsvRecord[];
  readonly open: number | null;
} {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let field = '';
  let line = 1;
  let begun = 1;
  let quoted: number | null = null;
  const endRecord = (): void => {
    records.push({ line: begun, fields: [...fields, field] });
    fields = [];
    field = '';
  };
  for (let at = 0; at < csv.length; at++) {
    const char = csv.charAt(at);
    if (char === '\n') line += 1;
    if (quoted !== null) {
      if (char !== '"') field += char;
      else if (csv.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = null;
    } else if (char === '"' && field === '') quoted = line;
    else if (char === ',') {
      fields.push(field);
      field = '';
    } else if (char === '\n' || (char === '\r' && csv.charAt(at + 1) === '\n')) {
      if (char === '\r') {
        at += 1;
        line += 1;
      }
      endRecord();
      begun = line;
    } else field += char;
  }
  if (field !== '' || fields.length > 0 || quoted !== null) endRecord();
  return { records, open: quoted };
}
