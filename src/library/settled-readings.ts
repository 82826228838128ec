/** The doubtful readings that the council's staff have settled, of all documents together, in the order of settling. */
import { isReading, isSurface } from '../book/corrections.ts';
import { createStore, type Store } from '../book/store.ts';
import { createKeptJson, fieldsOf, type Parsed } from './kept-json.ts';
import type { Kept, TextStorage } from './text-storage.ts';

/** One decision. It holds for every place where `base` is read as `was`, in any document. */
export interface SettledReading {
  /** What was doubtful, as it is written. */
  readonly base: string;
  /** How it was read; empty where nobody knew. */
  readonly was: string;
  /** What goes into the lexicon: the word, which may be wider than the doubtful place. */
  readonly surface: string;
  /** In hiragana. */
  readonly reading: string;
  /** `accepted`: the reading was right. `changed`: it is another one. */
  readonly decision: 'accepted' | 'changed';
  /** Whether it becomes a line of the lexicon; what was only accepted may not, so that nothing else is read otherwise. */
  readonly listed: boolean;
}

export interface SettledState {
  readonly settled: readonly SettledReading[];
  /** The document that was last looked through; `null` at first. */
  readonly book: string | null;
  /**
   * `refused`, `full`: the device didn't take the last decision, so it lasts as long as this page.
   * `repaired`: some decisions were damaged and left out.
   */
  readonly problem: 'none' | 'repaired' | Exclude<Kept, 'kept'>;
}

/** The decisions as they are made; each is kept at once, the same in every tab. */
export interface SettledStore extends Store<SettledState> {
  /** Keeps a decision, in the place of an earlier one on the same doubt. */
  settle(one: SettledReading): void;
  /** Takes the last decision back, which is returned; `null` where there is none. */
  undo(): SettledReading | null;
  /** Remembers which document is looked through. */
  choose(book: string): void;
  /** Stops listening to other tabs. */
  dispose(): void;
}

const SETTLED_KEY = 'tomoyomi.settled-readings';

/** What tells one doubt from another; the same for the same word read the same anywhere. */
export function doubtKey(base: string, was: string): string {
  return `${base}\0${was}`;
}

export function createSettledStore(storage: TextStorage): SettledStore {
  const kept = createKeptJson(storage, SETTLED_KEY, parseSettled);
  const first = kept.read();
  const store = createStore<SettledState>({ ...first.value, problem: first.damaged ? 'repaired' : 'none' });

  const keep = (next: Remembered): void => {
    const answer = kept.write({ version: 1, ...next });
    store.set({ ...next, problem: answer === 'kept' ? 'none' : answer });
  };
  /** Where the device keeps nothing, what this page knows is all there is. */
  const now = (): Remembered => {
    const { problem, ...shown } = store.getSnapshot();
    return problem === 'refused' || problem === 'full' ? shown : kept.read().value;
  };
  const unwatch = kept.watch(() => store.set({ ...kept.read().value, problem: 'none' }));

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    settle: (one) => {
      const { settled, book } = now();
      const key = doubtKey(one.base, one.was);
      keep({ book, settled: [...settled.filter((other) => doubtKey(other.base, other.was) !== key), one] });
    },
    undo: () => {
      const { settled, book } = now();
      const last = settled.at(-1) ?? null;
      if (last !== null) keep({ book, settled: settled.slice(0, -1) });
      return last;
    },
    choose: (book) => {
      const { settled, book: before } = now();
      if (book !== before) keep({ settled, book });
    },
    dispose: unwatch,
  };
}

type Remembered = Omit<SettledState, 'problem'>;

/** From the JSON that is kept: `{version, settled: [...], book}`. Each damaged decision is left out by itself. */
function parseSettled(value: unknown): Parsed<Remembered> {
  if (value === undefined) return { value: { settled: [], book: null }, damaged: false };
  const fields = fieldsOf(value);
  const list = fields?.settled;
  if (fields === null || !Array.isArray(list)) return { value: { settled: [], book: null }, damaged: true };
  const settled = new Map<string, SettledReading>();
  let damaged = false;
  for (const item of list as readonly unknown[]) {
    const one = parseOne(item);
    if (one === null) damaged = true;
    else settled.set(doubtKey(one.base, one.was), one);
  }
  const book = typeof fields.book === 'string' ? fields.book : null;
  return { value: { settled: [...settled.values()], book }, damaged };
}

function parseOne(value: unknown): SettledReading | null {
  const { base, was, surface, reading, decision, listed } = fieldsOf(value) ?? {};
  if (typeof base !== 'string' || typeof was !== 'string' || typeof listed !== 'boolean') return null;
  if (typeof surface !== 'string' || !isSurface(surface)) return null;
  if (typeof reading !== 'string' || !isReading(reading)) return null;
  if (decision !== 'accepted' && decision !== 'changed') return null;
  return { base, was, surface, reading, decision, listed };
}
