/**
 * Corrections as a file: the lexicon's own CSV, `surface,reading,note,voice`, so that the council can take lines over into
 * its own list. A line is a reading for everywhere unless its note ends with how far it reaches and where it was made:
 * `〔この本：/read/plan-5#s0abc@12「…」〕`, with ここだけ, この本 or どこでも, the address of the sentence, the offset
 * in it (UTF-16, from 0) and its words. What stands before that is the note itself.
 */
import {
  CORRECTION_SCOPES,
  type Correction,
  type CorrectionDraft,
  type CorrectionScope,
  correctionId,
  isSurface,
} from '../../book/corrections.ts';
import type { Locator } from '../../book/locator.ts';
import { decodeText } from '../../formats/text/decode.ts';
import { type LexiconEntry, parseCsv, serializeLexicon } from '../../japanese/lexicon.ts';
import { foldReading } from '../../japanese/spell-correction.ts';
import { LONGEST_CORRECTION_NOTE, MOST_CORRECTIONS } from '../../library/corrections.ts';

/** `line` counts from 1; 0 where the file as a whole is meant. */
export interface CorrectionsFileError {
  readonly line: number;
  readonly code:
    | 'unreadable'
    | 'too-large'
    | 'no-header'
    | 'wrong-columns'
    | 'no-surface'
    | 'reading-not-kana'
    | 'no-such-voice'
    | 'twice'
    | 'open-quote';
}

export type ReadCorrections =
  | { readonly ok: true; readonly drafts: readonly CorrectionDraft[] }
  | { readonly ok: false; readonly errors: readonly CorrectionsFileError[] };

/** What a spreadsheet program knows UTF-8 by. */
const BYTE_ORDER_MARK = '\ufeff';

/** In the file's own words, whatever the interface's language is. */
const SCOPE_WORDS: Readonly<Record<CorrectionScope, string>> = {
  place: 'ここだけ',
  book: 'この本',
  everywhere: 'どこでも',
};

const REACH =
  /^([\s\S]*?)〔(ここだけ|この本|どこでも)：\/read\/([^#\s]+)#([^@\s]+)@(\d{1,9})「([\s\S]*)」〕$/u;

/** The file's text. What holds everywhere comes first; of one reach the earliest. */
export function serializeCorrections(corrections: readonly Correction[]): string {
  const width = ({ scope }: Correction): number => -CORRECTION_SCOPES.indexOf(scope);
  const sorted = [...corrections].sort((one, other) => width(one) - width(other));
  const entries = sorted.map(({ surface, reading, note, scope, at }): LexiconEntry => {
    const reach = at === null ? '' : `〔${SCOPE_WORDS[scope]}：${addressOf(at)}「${at.quote}」〕`;
    return { surface, reading, note: note + reach, voice: 'kana' };
  });
  return BYTE_ORDER_MARK + serializeLexicon(entries);
}

function addressOf({ book, sentence, offset }: Locator): string {
  return `/read/${book}#${sentence}@${offset}`;
}

/** Reads such a file, in UTF-8 or in Shift_JIS, as spreadsheet programs write it. All errors are told at once. */
export function readCorrections(bytes: Uint8Array): ReadCorrections {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, errors: [{ line: 0, code: 'unreadable' }] };
  const { records, open } = parseCsv(decoded.text.replace(/^\ufeff/u, ''));
  const errors: CorrectionsFileError[] = open === null ? [] : [{ line: open, code: 'open-quote' }];
  const [header, ...rows] = records.map(({ line, fields }) => ({ line, fields: withoutEmptyEnd(fields) }));
  if (header === undefined || !isHeader(header.fields)) errors.push({ line: 1, code: 'no-header' });
  const drafts = new Map<string, CorrectionDraft>();
  for (const { line, fields } of rows) {
    if (fields.length === 0) continue;
    const read = readRecord(fields);
    const code = typeof read === 'string' ? read : drafts.has(correctionId(read)) ? 'twice' : null;
    if (code !== null) errors.push({ line, code });
    else if (typeof read !== 'string') drafts.set(correctionId(read), read);
  }
  if (drafts.size > MOST_CORRECTIONS) errors.push({ line: 0, code: 'too-large' });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, drafts: [...drafts.values()] };
}

/** Spreadsheet programs fill the lines up with empty columns. */
function withoutEmptyEnd(fields: readonly string[]): readonly string[] {
  return fields.slice(0, fields.findLastIndex((field) => field !== '') + 1);
}

function isHeader(fields: readonly string[]): boolean {
  const names = ['surface', 'reading', 'note', 'voice'];
  return fields.length >= 2 && fields.every((field, index) => field === names[index]);
}

function readRecord(fields: readonly string[]): CorrectionDraft | CorrectionsFileError['code'] {
  const [surface = '', reading = '', note = '', voice = ''] = fields;
  const kana = foldReading(reading);
  if (fields.length > 4) return 'wrong-columns';
  if (!isSurface(surface)) return 'no-surface';
  if (kana === null) return 'reading-not-kana';
  if (voice !== '' && voice !== 'kana') return 'no-such-voice';
  const [, words = '', scopeWord, book = '', sentence = '', offset, quote = ''] = REACH.exec(note) ?? [];
  const scope = CORRECTION_SCOPES.find((one) => SCOPE_WORDS[one] === scopeWord);
  if (scope === undefined) {
    const cut = note.slice(0, LONGEST_CORRECTION_NOTE);
    return { surface, reading: kana, note: cut, scope: 'everywhere', at: null };
  }
  const at = { book, sentence, offset: Number(offset), quote };
  return { surface, reading: kana, note: words.slice(0, LONGEST_CORRECTION_NOTE), scope, at };
}
