/** What the bench's scripts in a page and the bench itself share. */
interface BenchLongTask {
  /** Milliseconds since the start of the navigation. */
  readonly start: number;
  readonly duration: number;
}

interface BenchFirstText {
  /** Milliseconds since the start of the navigation, when the frame with the words had been handed on. */
  readonly at: number;
  /** Epoch milliseconds of the start of the navigation. */
  readonly origin: number;
  readonly longTasks: readonly BenchLongTask[];
}

/** The element id of the sentence that is waited for. */
declare var benchSentence: string;
/** A peer's documents that can't be found from outside, as behind a closed shadow root. */
declare var benchDocuments: Document[] | undefined;
/** Told once, as JSON of a {@link BenchFirstText}. */
declare var benchReport: (json: string) => void;
/** How often the scripted voice was asked to speak. */
declare var benchSpoken: number;
/** Keeps a book like one of the reader's own. */
declare var benchKeep: (book: unknown) => Promise<boolean>;
/** Milliseconds of each change of `values` on the root element, layout included. */
declare var benchSwitch: (
  kind: 'furigana' | 'text-size',
  values: readonly string[],
  runs: number,
) => number[];
/** Milliseconds from each key to the frame that shows what it did, since the last call. */
declare var benchKeys: () => number[];
/** Milliseconds of each move of the marks, with a guide along the line, over the whole text. */
declare var benchMarking: (
  guide: 'none' | 'ruler' | 'mask',
) => Promise<{ readonly sentences: number[]; readonly words: number[] }>;
/** Every audio element of the page. */
declare var benchSound: HTMLAudioElement[];
/** Presses a button by its name; milliseconds until the sound's own time has moved. */
declare var benchPress: (name: string) => Promise<number>;
