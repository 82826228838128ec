/** Checks one sentence of a stored book: its ranges lie in its text, ruby and words are disjoint, marks nest. */
import type { Mark, ReadingOrigin, Ruby, Sentence, TextRange, Word } from './book.ts';
import { type Fields, fieldsOf, Mismatch, textAt } from './parse-values.ts';
import { safeHref } from './safe-link.ts';

const ORIGINS: readonly ReadingOrigin[] = ['reader', 'author', 'lexicon', 'rule', 'analyzer'];

/** @param claim takes the id, or throws where it is none or is taken */
export function parseSentence(
  value: unknown,
  path: string,
  claim: (id: string, path: string) => string,
): Sentence {
  const fields = fieldsOf(value, path);
  const text = fields.text('text');
  if (text.trim() === '') throw new Mismatch('not-a-book', `${path}.text`);
  const ruby = fields.list('ruby', (item, at) => parseRuby(item, at, text));
  const words = fields.list('words', (item, at) => parseWord(item, at, text));
  const marks = fields.list('marks', (item, at) => parseMark(item, at, text));
  checkDisjoint(ruby, `${path}.ruby`);
  checkDisjoint(words, `${path}.words`);
  checkNesting(marks, `${path}.marks`);
  checkWhole(words, ruby, `${path}.words`);
  const sentence = { id: claim(fields.text('id'), `${path}.id`), text, ruby, marks, words };
  return fields.has('phrases') ? { ...sentence, phrases: parsePhrases(fields, text) } : sentence;
}

/** Lengths that lead from one place in the text to the next, and never through the middle of a character. */
function parsePhrases(fields: Fields, text: string): readonly number[] {
  let at = 0;
  return fields.list('phrases', (length, path) => {
    if (typeof length !== 'number' || !Number.isInteger(length)) throw new Mismatch('not-a-book', path);
    at += length;
    if (length < 1 || at >= text.length || cutsPair(text, at)) throw new Mismatch('bad-range', path);
    return length;
  });
}

/** Within the text, not empty, and not through the middle of a character. */
function parseRange(fields: Fields, text: string): TextRange {
  const start = fields.number('start');
  const end = fields.number('end');
  const inside =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  if (!inside || [start, end].some((edge) => cutsPair(text, edge)))
    throw new Mismatch('bad-range', fields.path);
  return { start, end };
}

function cutsPair(text: string, edge: number): boolean {
  return edge > 0 && (text.codePointAt(edge - 1) ?? 0) > 0xffff;
}

function parseRuby(value: unknown, path: string, text: string): Ruby {
  const fields = fieldsOf(value, path);
  const range = parseRange(fields, text);
  const reading = fields.text('reading');
  const confidence = fields.number('confidence');
  if (reading === '' || reading === text.slice(range.start, range.end)) {
    throw new Mismatch('not-a-book', `${path}.reading`);
  }
  if (confidence < 0 || confidence > 1) throw new Mismatch('not-a-book', `${path}.confidence`);
  const ruby = { ...range, reading, origin: fields.choice('origin', ORIGINS), confidence };
  return fields.has('alternatives') ? { ...ruby, alternatives: fields.list('alternatives', textAt) } : ruby;
}

function parseWord(value: unknown, path: string, text: string): Word {
  const fields = fieldsOf(value, path);
  return { ...parseRange(fields, text), reading: fields.text('reading') };
}

function parseMark(value: unknown, path: string, text: string): Mark {
  const fields = fieldsOf(value, path);
  const type = fields.choice('type', ['emphasis', 'strong', 'code', 'link']);
  const range = parseRange(fields, text);
  if (type !== 'link') return { type, ...range };
  const href = fields.text('href');
  if (safeHref(href) === null) throw new Mismatch('unsafe-address', `${path}.href`);
  return { type, ...range, href };
}

function checkDisjoint(ranges: readonly TextRange[], path: string): void {
  let end = 0;
  ranges.forEach((range, index) => {
    if (range.start < end) throw new Mismatch('bad-range', `${path}[${index}]`);
    end = range.end;
  });
}

function checkNesting(ranges: readonly TextRange[], path: string): void {
  const open: TextRange[] = [];
  ranges.forEach((range, index) => {
    const before = ranges[index - 1];
    const sorted =
      !before || before.start < range.start || (before.start === range.start && before.end >= range.end);
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= range.start) open.pop();
    if (!sorted || (open.at(-1)?.end ?? range.end) < range.end)
      throw new Mismatch('bad-range', `${path}[${index}]`);
    open.push(range);
  });
}

/** Every ruby lies wholly in a word or wholly outside: both lists are sorted, so one pass will do. */
function checkWhole(words: readonly TextRange[], ruby: readonly TextRange[], path: string): void {
  let next = 0;
  words.forEach((word, index) => {
    while ((ruby[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
    for (let one = ruby[next]; one && one.start < word.end; one = ruby[++next]) {
      if (one.start < word.start || one.end > word.end) throw new Mismatch('bad-range', `${path}[${index}]`);
    }
  });
}
