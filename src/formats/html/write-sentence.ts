/** One sentence as HTML: its words, its ruby, its emphasis and links, always well-formed. */
import type { Mark, Ruby, Sentence, TextRange } from '../../book/book.ts';
import { isExternal, safeHref } from '../../book/safe-link.ts';
import { type Grade, hardestGrade } from '../../japanese/grades.ts';
import { escapeHtml } from './escape.ts';
import { noMarkers, phraseMarkers, type TakeMarker } from './phrase-markers.ts';

/** What a screen reader gets of a word with ruby: its kanji, its reading, or the text as if there were no ruby. */
export type ScreenReaderText = 'kanji' | 'readings' | 'plain';

export interface SentenceOptions {
  /** `kanji` by default. */
  readonly screenReader?: ScreenReaderText;
  /** With `kanji`: takes the readings out of the accessibility tree. For pages that are rendered at run time. */
  readonly hideReadings?: boolean;
  /** Converts a reading (to katakana, to romaji) before it is written; as it stands by default. */
  readonly readingScript?: (reading: string) => string;
  /** Line breaks are kept as they are, since the sentence stands in a `<pre>`. */
  readonly preformatted?: boolean;
  /**
   * The words that have occurred so far; the writer adds to it. A word that isn't in it gets the class `f`. Give one
   * set for each section; without it every sentence starts anew.
   */
  readonly seen?: Set<string>;
  /** Phrases are set apart, where they have been worked out and the text isn't preformatted; not by default. */
  readonly phrases?: boolean;
}

/** What a sentence is written with. */
interface Writing extends SentenceOptions {
  readonly seen: Set<string>;
  readonly take: TakeMarker;
}

/** A stretch of the sentence as HTML, and the marks that are around it, outer before inner. */
interface Cell {
  readonly marks: readonly Mark[];
  /** The marker of the phrase that begins here: outside of the marks that begin here. */
  readonly before: string;
  readonly html: string;
}

/** A part of the sentence: a word with the ruby in it, or text without ruby. */
interface Stretch extends TextRange {
  readonly word: boolean;
  readonly ruby: readonly Ruby[];
}

/** The grade of a word whose ruby stands over no kanji (NPO): its author meant it for everyone. */
const HARDEST: Grade = 8;

/**
 * `<span data-sentence="ID" id="ID">…</span>`. A word with ruby is `<span class="w" data-g="4">`, where the number is
 * the highest school grade among the kanji under its ruby (1 to 8, as `gradeOf` counts; 8 where there is none), and `class="w f"` where the word occurs for the first time.
 * A ruby is never cut: emphasis that ends inside one reaches to its edge. Where phrases are set apart the sentence has the
 * class `ph`.
 */
export function writeSentence(sentence: Sentence, options: SentenceOptions = {}): string {
  const id = escapeHtml(sentence.id);
  const phrases = setsApart(sentence, options) ? ' class="ph"' : '';
  return `<span data-sentence="${id}" id="${id}"${phrases}>${writeInside(sentence, options)}</span>`;
}

function setsApart(sentence: Sentence, options: SentenceOptions): boolean {
  return options.phrases === true && options.preformatted !== true && sentence.phrases !== undefined;
}

/** The sentence's text and markup without the element around it, for a page's title. */
export function writeInside(sentence: Sentence, options: SentenceOptions = {}): string {
  const writing: Writing = {
    ...options,
    seen: options.seen ?? new Set<string>(),
    take: setsApart(sentence, options) ? phraseMarkers(sentence) : noMarkers,
  };
  return writeCells(
    stretchesOf(sentence).flatMap((stretch) =>
      stretch.word
        ? [wordCell(sentence, stretch, writing)]
        : piecesOf(sentence, stretch, sentence.marks, writing),
    ),
  );
}

/** The whole text in stretches: the words, each ruby outside them as a word, and what is between. In one pass. */
function stretchesOf({ text, words, ruby }: Sentence): Stretch[] {
  const stretches: Stretch[] = [];
  let position = 0;
  const add = (range: TextRange, inside: readonly Ruby[]): void => {
    if (range.start > position) {
      stretches.push({ start: position, end: range.start, word: false, ruby: [] });
    }
    if (range.end > range.start) {
      stretches.push({ start: range.start, end: range.end, word: inside.length > 0, ruby: inside });
    }
    position = range.end;
  };
  let next = 0;
  const alone = (end: number): void => {
    for (let one = ruby[next]; one && one.start < end; one = ruby[++next])
      if (one.start >= position) add(one, [one]);
  };
  for (const word of words) {
    alone(word.start);
    const first = next;
    while ((ruby[next]?.start ?? word.end) < word.end) next++;
    const inside = ruby.slice(first, next);
    // A word that would cut a ruby is none.
    if (word.start >= position && (inside.at(-1)?.end ?? 0) <= word.end) add(word, inside);
    else next = first;
  }
  alone(text.length);
  add({ start: text.length, end: text.length }, []);
  return stretches;
}

function wordCell(sentence: Sentence, word: Stretch, writing: Writing): Cell {
  const { seen, take } = writing;
  const before = take(word.start);
  const outer = sentence.marks.filter((mark) =>
    mark.type === 'link' ? overlap(mark, word) : contains(reachOf(mark, word.ruby), word),
  );
  const inner = sentence.marks.filter((mark) => mark.type !== 'link' && !outer.includes(mark));
  const text = sentence.text.slice(word.start, word.end);
  const first = seen.has(text) ? '' : ' f';
  seen.add(text);
  const inside = writeCells(piecesOf(sentence, word, inner, writing));
  const bases = word.ruby.map(({ start, end }) => sentence.text.slice(start, end)).join('');
  const grade = hardestGrade(bases) ?? HARDEST;
  const html = `<span class="w${first}" data-g="${grade}">${inside}</span>`;
  return { marks: oneLink(outer), before, html };
}

/** A stretch cut at its ruby and at the marks, in order. */
function piecesOf(sentence: Sentence, stretch: Stretch, marks: readonly Mark[], writing: Writing): Cell[] {
  const { take } = writing;
  const reached = marks.filter((mark) => overlap(mark, stretch));
  if (reached.length === 0)
    return [{ marks: [], before: take(stretch.start), html: writePlain(sentence.text, stretch, writing) }];
  const edges = reached.flatMap((mark) => [mark.start, mark.end]);
  const { start, end, ruby } = stretch;
  const starts = new Map(ruby.map((one) => [one.start, one]));
  const cuts = [...edges, ...ruby.flatMap((one) => [one.start, one.end]), start, end]
    .filter((cut) => cut >= start && cut <= end && !ruby.some((one) => one.start < cut && cut < one.end))
    .sort((a, b) => a - b);
  const cells: Cell[] = [];
  cuts.forEach((cut, index) => {
    const piece = { start: cut, end: cuts[index + 1] ?? end };
    if (piece.start === piece.end) return;
    const one = starts.get(cut);
    cells.push({
      marks: oneLink(reached.filter((mark) => overlap(mark, piece))),
      before: take(cut),
      html: one ? writeRuby(sentence.text, one, writing) : writeUpright(sentence.text, piece, writing),
    });
  });
  return cells;
}

/** A stretch without marks: its ruby and the text around them. */
function writePlain(text: string, { start, end, ruby }: Stretch, writing: Writing): string {
  let html = '';
  let position = start;
  for (const one of ruby) {
    html += writeUpright(text, { start: position, end: one.start }, writing) + writing.take(one.start);
    html += writeRuby(text, one, writing);
    position = one.end;
  }
  return html + writeUpright(text, { start: position, end }, writing);
}

/** One or two half-width digits by themselves: in vertical writing they stand upright in one square (tate-chu-yoko). */
const UPRIGHT_DIGITS = /(?<![\p{sc=Latin}\p{Nd}.,:/-])[0-9]{1,2}(?![\p{sc=Latin}\p{Nd}.,:/-])/gu;

/** Text outside of ruby. What is before and after it in the sentence is Japanese or nothing, never a digit's neighbour. */
function writeUpright(whole: string, { start, end }: TextRange, writing: Writing): string {
  let html = '';
  let position = start;
  for (const match of whole.slice(start, end).matchAll(UPRIGHT_DIGITS)) {
    const digits = start + match.index;
    html += writeMarked(whole, { start: position, end: digits }, writing) + writing.take(digits);
    html += `<span class="tcy">${match[0]}</span>`;
    position = digits + match[0].length;
  }
  return html + writeMarked(whole, { start: position, end }, writing);
}

/** Text with the markers of the phrases in it. */
function writeMarked(whole: string, { start, end }: TextRange, writing: Writing): string {
  if (writing.take === noMarkers) return writeText(whole.slice(start, end), writing);
  let html = '';
  let position = start;
  for (let at = start; at < end; at++) {
    const marker = writing.take(at);
    if (marker === '') continue;
    html += writeText(whole.slice(position, at), writing) + marker;
    position = at;
  }
  return html + writeText(whole.slice(position, end), writing);
}

function writeText(text: string, options: SentenceOptions): string {
  const html = escapeHtml(text);
  return options.preformatted ? html : html.replaceAll('\n', '<br>');
}

function writeRuby(text: string, { start, end, reading }: Ruby, options: SentenceOptions): string {
  const mode = options.screenReader ?? 'kanji';
  const baseHtml = writeText(text.slice(start, end), options);
  if (mode === 'plain') return baseHtml;
  const shown = escapeHtml(options.readingScript?.(reading) ?? reading);
  if (mode === 'readings') {
    // Browsers don't agree on whether ruby text is text to a screen reader, so the reading stands apart from it.
    const seen = `<span aria-hidden="true">${baseHtml}</span><rp>（</rp><rt aria-hidden="true">${shown}</rt><rp>）</rp>`;
    return `<ruby>${seen}</ruby><span class="spoken visually-hidden">${shown}</span>`;
  }
  const rt = options.hideReadings ? '<rt aria-hidden="true">' : '<rt>';
  return `<ruby>${baseHtml}<rp>（</rp>${rt}${shown}</rt><rp>）</rp></ruby>`;
}

/** Writes cells side by side; a mark that goes on from one to the next stays open. */
function writeCells(cells: readonly Cell[]): string {
  let html = '';
  let open: readonly Mark[] = [];
  const closeTo = (depth: number): void => {
    for (const mark of open.slice(depth).toReversed()) html += closing(mark);
    open = open.slice(0, depth);
  };
  for (const cell of cells) {
    const differs = open.findIndex((mark, index) => cell.marks[index] !== mark);
    const shared = differs < 0 ? open.length : differs;
    closeTo(shared);
    html += cell.before;
    for (const mark of cell.marks.slice(shared)) html += opening(mark);
    open = cell.marks;
    html += cell.html;
  }
  closeTo(0);
  return html;
}

const ELEMENTS = { emphasis: 'em', strong: 'strong', code: 'code' } as const;

function opening(mark: Mark): string {
  if (mark.type !== 'link') return `<${ELEMENTS[mark.type]}>`;
  const href = safeHref(mark.href);
  if (href === null) return '<span>';
  const outside = isExternal(href) ? ' rel="noopener noreferrer" target="_blank"' : '';
  return `<a href="${escapeHtml(href)}"${outside}>`;
}

function closing(mark: Mark): string {
  if (mark.type !== 'link') return `</${ELEMENTS[mark.type]}>`;
  return safeHref(mark.href) === null ? '</span>' : '</a>';
}

/** Links don't nest in HTML: of several only the outermost counts. */
function oneLink(marks: readonly Mark[]): readonly Mark[] {
  const link = marks.find((mark) => mark.type === 'link');
  return marks.filter((mark) => mark.type !== 'link' || mark === link);
}

/** A mark's range, drawn out to the edges of the ruby in which it begins and ends. */
function reachOf(mark: Mark, ruby: readonly Ruby[]): TextRange {
  const touched = ruby.filter((one) => overlap(one, mark));
  return {
    start: Math.min(mark.start, ...touched.map((one) => one.start)),
    end: Math.max(mark.end, ...touched.map((one) => one.end)),
  };
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
