/**
 * The model that everything in the app is turned into. A Book is immutable and plain (it survives
 * `structuredClone` and JSON); its smallest addressable part is the sentence.
 *
 * Text is kept apart from what is said about it: a sentence is a string, and ruby, emphasis and links are
 * ranges over it. So search, speech, highlight and every export read the same text, and none has to undo markup.
 */

/** A position in a sentence's text, counted in UTF-16 code units from 0, as JavaScript strings count. */
export type Utf16Offset = number;

/** A number from 0 to 1. */
export type Fraction = number;

/** Seconds of sound, never negative. */
export type Seconds = number;

/** The id of a sentence: ASCII, a valid XML name, unique within its book, stable while its text stays the same. */
export type SentenceId = string;

/** A half-open stretch `[start, end)` of a sentence's text, `start < end`. */
export interface TextRange {
  readonly start: Utf16Offset;
  readonly end: Utf16Offset;
}

/**
 * Who says that a word is read so, the strongest first: the reader's own correction, the author's ruby in the
 * document, the lexicon, a rule that chose between readings, the analyzer's dictionary.
 */
export type ReadingOrigin = 'reader' | 'author' | 'lexicon' | 'rule' | 'analyzer';

/** A ruby: the base is the range of the sentence's text, the ruby text is `reading`. Never overlaps another. */
export interface Ruby extends TextRange {
  /** The ruby text, in hiragana unless the author wrote something else. Never empty, never the base itself. */
  readonly reading: string;
  readonly origin: ReadingOrigin;
  /** How sure the engine is; 1 for an author's or a reader's own reading. */
  readonly confidence: Fraction;
  /** Other readings of the same base, likeliest first; absent where there are none. */
  readonly alternatives?: readonly string[];
}

/** A word that holds at least one ruby, with its okurigana: what a press on the text selects. */
export interface Word extends TextRange {
  /** The whole word as it is read, okurigana included, in hiragana. */
  readonly reading: string;
}

/** Emphasis or a link over a range of the sentence's text. Marks nest or are disjoint; they never cross. */
export type Mark =
  | (TextRange & { readonly type: 'emphasis' })
  | (TextRange & { readonly type: 'strong' })
  | (TextRange & { readonly type: 'code' })
  | (TextRange & { readonly type: 'link'; readonly href: string });

/** The smallest part with an address: what is marked, spoken, found and bookmarked. */
export interface Sentence {
  readonly id: SentenceId;
  /** The base text alone, as the source has it; line breaks inside a sentence are `\n`. */
  readonly text: string;
  /** Sorted by `start`. */
  readonly ruby: readonly Ruby[];
  /** Sorted by `start`, then by `end` descending (outer before inner). */
  readonly marks: readonly Mark[];
  /** Sorted by `start`, disjoint. Empty until readings have been worked out. */
  readonly words: readonly Word[];
  /**
   * The lengths of its phrases (文節) but for the last, in UTF-16 code units; each is at least 1. Absent until readings
   * have been worked out.
   */
  readonly phrases?: readonly number[];
}

/** One item of a list, which may hold lists of its own. */
export interface ListItem {
  readonly blocks: readonly Block[];
}

/** One cell; `header` where it names its row or its column. */
export interface TableCell {
  readonly header: boolean;
  readonly sentences: readonly Sentence[];
}

/** One box of a drawn figure, with the boxes below it. */
export interface DiagramNode {
  readonly label: readonly Sentence[];
  readonly children: readonly DiagramNode[];
}

/** Sentences that run on. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly sentences: readonly Sentence[];
}

/** Items with numbers (`ordered`) or with dots. */
export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The first item's number, where the list is ordered and does not start at 1. */
  readonly start?: number;
  readonly items: readonly ListItem[];
}

/** Rows of cells, from top to bottom, each from the first column on; every cell stands alone, none spans others. */
export interface Table {
  readonly type: 'table';
  readonly caption: readonly Sentence[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** An image with its alternative text. `src` is a path within the book, never a remote address. */
export interface ImageFigure {
  readonly type: 'figure';
  readonly src: string;
  /** What the image says, in words; empty only for a decoration. */
  readonly alternative: readonly Sentence[];
  readonly caption: readonly Sentence[];
}

/**
 * A figure that is drawn from text (boxes and the boxes below them), so that its words can be enlarged like any
 * others. `caption` says in words what the drawing shows; the narrator speaks the caption, not the boxes.
 */
export interface Diagram {
  readonly type: 'diagram';
  readonly caption: readonly Sentence[];
  readonly nodes: readonly DiagramNode[];
}

/** Words of somebody else, as blocks. */
export interface Quote {
  readonly type: 'quote';
  readonly blocks: readonly Block[];
}

/** Where a page of the printed source begins. `label` is the page's number as printed. */
export interface PageBreak {
  readonly type: 'page-break';
  readonly id: string;
  readonly label: string;
}

/** Text whose line breaks and spaces are kept. */
export interface Preformatted {
  readonly type: 'preformatted';
  readonly sentences: readonly Sentence[];
}

/** A change of subject without a heading (a rule or a blank in print). */
export interface ThematicBreak {
  readonly type: 'thematic-break';
}

/** What a section is made of, in reading order; told apart by `type`. */
export type Block =
  | Paragraph
  | List
  | Table
  | ImageFigure
  | Diagram
  | Quote
  | PageBreak
  | Preformatted
  | ThematicBreak;

/** A part of the book under its own heading. Text before a book's first heading is a section with no heading. */
export interface Section {
  /** ASCII, unique within the book, stable while the heading stays the same. */
  readonly id: string;
  /** The heading's sentences; empty for a section that has none. */
  readonly heading: readonly Sentence[];
  readonly blocks: readonly Block[];
  /** The sections one level below. */
  readonly sections: readonly Section[];
}

/** Lines from left to right and down the page, or columns from top to bottom and to the left (CSS Writing Modes: `vertical-rl`). */
export type WritingMode = 'horizontal' | 'vertical';

/** What is said of the book as a whole. Texts are plain; `{base|reading}` never occurs here. */
export interface Metadata {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** One or two sentences on what this is and is not; shown and spoken at the start where present. */
  readonly statement?: string;
  readonly creators: readonly string[];
  readonly publisher?: string;
  /** Where the text comes from, in words. */
  readonly source?: string;
  readonly writingMode?: WritingMode;
}

/** A whole text: a plan, a page, a document of the reader. Every sentence id occurs once in it. */
export interface Book {
  /** Version of this model's shape, so that a stored book of an older app is recognised. */
  readonly version: typeof BOOK_VERSION;
  /** ASCII, stable: a plan's id, or made from the file for a reader's own document. */
  readonly id: string;
  readonly metadata: Metadata;
  /** The title, as sentences that can carry ruby and be spoken. */
  readonly title: readonly Sentence[];
  readonly sections: readonly Section[];
}

/** Raised when a stored book of the present shape could no longer be read. */
export const BOOK_VERSION = 1;
