/** The reader's corrections of readings, of all books together, in the order in which they were made. */
import {
  CORRECTION_SCOPES,
  type Correction,
  type CorrectionDraft,
  correctionId,
  isReading,
  isSurface,
} from '../book/corrections.ts';
import { createStore, type Store } from '../book/store.ts';
import { CORRECTIONS_KEY } from './corrections-key.ts';
import { createKeptJson, fieldsOf, type Parsed } from './kept-json.ts';
import { parseLocator, parseMoment } from './parse-locator.ts';
import type { Kept, TextStorage } from './text-storage.ts';

/** All corrections, and what went wrong with keeping them. */
export interface CorrectionsState {
  readonly corrections: readonly Correction[];
  /**
   * `refused`, `full`: the device didn't take the last change, so it lasts as long as this page.
   * `repaired`: some corrections were damaged and left out.
   */
  readonly problem: 'none' | 'repaired' | Exclude<Kept, 'kept'>;
}

/** What a press has done, as a whole; `undo` takes it back. */
export interface CorrectionsChange {
  readonly added: readonly Correction[];
  /** What was taken out, or gave way to an added one of the same id. */
  readonly removed: readonly Correction[];
}

export type ChangedCorrections =
  | { readonly ok: true; readonly change: CorrectionsChange }
  /** There would be more than {@link MOST_CORRECTIONS}; nothing was changed. */
  | { readonly ok: false; readonly error: { readonly code: 'full' } };

/** The corrections as they change, the same in every tab; each change is kept at once. */
export interface CorrectionsStore extends Store<CorrectionsState> {
  /**
   * Keeps corrections, each in the place of one with the same id; one that says the same already stays as it is.
   * `without` names those that give way to them. Those that are added are made now, in their order.
   */
  put(drafts: readonly CorrectionDraft[], without?: readonly string[]): ChangedCorrections;
  /** Unknown ids are ignored. */
  remove(ids: readonly string[]): CorrectionsChange;
  /** Takes a change back; what has been changed again since stays as it is now. */
  undo(change: CorrectionsChange): void;
  /** Stops listening to other tabs. */
  dispose(): void;
}

/** How many corrections there can be, of all books together. */
export const MOST_CORRECTIONS = 3000;
/** The longest note, in UTF-16 code units. */
export const LONGEST_CORRECTION_NOTE = 500;

/** `now` is in epoch milliseconds. */
export function createCorrectionsStore(storage: TextStorage, now: () => number = Date.now): CorrectionsStore {
  const kept = createKeptJson(storage, CORRECTIONS_KEY, parseCorrections);
  const first = kept.read();
  const store = createStore<CorrectionsState>({
    corrections: first.value,
    problem: first.damaged ? 'repaired' : 'none',
  });

  const keep = (corrections: readonly Correction[]): void => {
    const answer = kept.write({ version: 1, corrections });
    // Nothing kept is nothing to be fetched and applied when a book is opened.
    if (corrections.length === 0 && answer === 'kept') storage.remove(CORRECTIONS_KEY);
    store.set({ corrections, problem: answer === 'kept' ? 'none' : answer });
  };

  const unwatch = kept.watch(() => store.set({ ...store.getSnapshot(), corrections: kept.read().value }));

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    put: (drafts, without = []) => {
      const there = new Map(kept.read().value.map((one) => [one.id, one]));
      const created = now();
      const added = new Map<string, Correction>();
      for (const draft of drafts) {
        const correction: Correction = {
          ...draft,
          note: draft.note.slice(0, LONGEST_CORRECTION_NOTE),
          id: correctionId(draft),
          created,
        };
        added.set(correction.id, correction);
      }
      for (const [id, correction] of added) if (isSame(there.get(id), correction)) added.delete(id);
      const leaving = new Set([...without, ...added.keys()]);
      const removed = [...there.values()].filter(({ id }) => leaving.has(id));
      const corrections = [...there.values()]
        .filter(({ id }) => !leaving.has(id))
        .concat([...added.values()]);
      if (corrections.length > MOST_CORRECTIONS && added.size > removed.length)
        return { ok: false, error: { code: 'full' } };
      const change = { added: [...added.values()], removed };
      if (added.size + removed.length > 0) keep(corrections);
      return { ok: true, change };
    },
    remove: (ids) => {
      const corrections = kept.read().value;
      const removed = corrections.filter(({ id }) => ids.includes(id));
      if (removed.length > 0) keep(corrections.filter((one) => !removed.includes(one)));
      return { added: [], removed };
    },
    undo: ({ added, removed }) => {
      const corrections = kept.read().value;
      const rest = corrections.filter((one) => !added.some((other) => isSame(one, other)));
      const taken = new Set(rest.map(({ id }) => id));
      const back = removed.filter(({ id }) => !taken.has(id));
      keep([...rest, ...back].sort((one, other) => one.created - other.created));
    },
    dispose: unwatch,
  };
}

/** True for two that say the same of the same, whenever they were made. */
function isSame(one: Correction | undefined, other: Correction): boolean {
  return one?.id === other.id && one.reading === other.reading && one.note === other.note;
}

/** The corrections from the JSON that is kept: `{version, corrections: [...]}`. Each damaged one is left out by itself. */
function parseCorrections(value: unknown): Parsed<readonly Correction[]> {
  if (value === undefined) return { value: [], damaged: false };
  const list = fieldsOf(value)?.corrections;
  if (!Array.isArray(list)) return { value: [], damaged: true };
  const corrections = new Map<string, Correction>();
  let damaged = false;
  for (const item of list as readonly unknown[]) {
    const correction = parseCorrection(item);
    if (correction === null) damaged = true;
    else corrections.set(correction.id, correction);
  }
  return { value: [...corrections.values()], damaged };
}

function parseCorrection(value: unknown): Correction | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { surface, reading, note, created } = fields;
  const scope = CORRECTION_SCOPES.find((one) => one === fields.scope);
  const at = parseLocator(fields.at);
  if (typeof surface !== 'string' || !isSurface(surface)) return null;
  if (typeof reading !== 'string' || !isReading(reading) || scope === undefined) return null;
  const said = {
    surface,
    reading,
    note: typeof note === 'string' ? note.slice(0, LONGEST_CORRECTION_NOTE) : '',
  };
  if (scope === 'everywhere') return named({ ...said, scope, at }, created);
  return at === null ? null : named({ ...said, scope, at }, created);
}

function named(draft: CorrectionDraft, created: unknown): Correction {
  return { ...draft, id: correctionId(draft), created: parseMoment(created) };
}
