/** The settings as they change: kept on the device at each change, the same in every tab, undone with one tap. */
import { createStore } from '../book/store.ts';
import {
  defaultSettings,
  parseSettings,
  parseSettingsText,
  SETTINGS_KEY,
  type Settings,
  type SettingsChange,
  type SettingsState,
  type SettingsStore,
} from './settings.ts';
import type { TextStorage } from './text-storage.ts';

/** The words of this store, for those who hold it. */
export type { SettingsChange, SettingsState, SettingsStore };

/** Changes of the same fields that follow each other within this many milliseconds are one to the reader: a slider's. */
const BURST = 1500;
const MOST_UNDO = 50;

interface UndoStep {
  readonly fields: string;
  readonly before: SettingsChange;
  readonly at: number;
}

/** `now` is in milliseconds. */
export function createSettingsStore(storage: TextStorage, now: () => number = Date.now): SettingsStore {
  const first = parseSettingsText(storage.read(SETTINGS_KEY));
  const store = createStore<SettingsState>({
    settings: first.settings,
    canUndo: false,
    problem: first.repaired.length > 0 ? 'repaired' : 'none',
  });
  let steps: readonly UndoStep[] = [];

  const keep = (settings: Settings): void => {
    const kept = storage.write(SETTINGS_KEY, JSON.stringify(settings)) === 'kept';
    store.set({ settings, canUndo: steps.length > 0, problem: kept ? 'none' : 'not-kept' });
  };

  const change = (wanted: SettingsChange, mayJoin: boolean): void => {
    const current = store.getSnapshot().settings;
    const next = parseSettings({ ...current, ...wanted }).settings;
    const before = difference(next, current);
    if (Object.keys(before).length === 0) return;
    steps = withStep(steps, before, now(), mayJoin);
    keep(next);
  };

  const unwatch = storage.watch(SETTINGS_KEY, () => {
    const { settings } = parseSettingsText(storage.read(SETTINGS_KEY));
    if (Object.keys(difference(settings, store.getSnapshot().settings)).length === 0) return;
    store.set({ ...store.getSnapshot(), settings });
  });

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    change: (wanted) => change(wanted, true),
    reset: () => {
      const { locale, firstVisitDone } = store.getSnapshot().settings;
      change({ ...defaultSettings, locale, firstVisitDone }, false);
    },
    undo: () => {
      const current = store.getSnapshot().settings;
      // A step whose fields are back where they were, by hand or from another tab, would look like a dead button.
      for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
        steps = steps.slice(0, -1);
        const settings = parseSettings({ ...current, ...step.before }).settings;
        if (Object.keys(difference(settings, current)).length > 0) return keep(settings);
      }
      store.set({ ...store.getSnapshot(), canUndo: false });
    },
    dismissProblem: () => {
      const state = store.getSnapshot();
      if (state.problem !== 'none') store.set({ ...state, problem: 'none' });
    },
    dispose: unwatch,
  };
}

/** The fields of `to` in which `from` differs, with the values of `to`. */
function difference(from: Settings, to: Settings): SettingsChange {
  return Object.fromEntries(
    Object.entries(to).filter(([field, value]) => {
      const other: unknown = from[field as keyof Settings];
      return !Object.is(value, other) && JSON.stringify(value) !== JSON.stringify(other);
    }),
  );
}

function withStep(
  steps: readonly UndoStep[],
  difference: SettingsChange,
  at: number,
  mayJoin: boolean,
): readonly UndoStep[] {
  // To answer the first visit's questions is not a change to take back: they would be asked again.
  const { firstVisitDone: _, ...before } = difference;
  const fields = Object.keys(before).join();
  if (fields === '') return steps;
  const last = steps.at(-1);
  if (mayJoin && last !== undefined && last.fields === fields && at - last.at < BURST) {
    return [...steps.slice(0, -1), { ...last, at }];
  }
  return [...steps.slice(1 - MOST_UNDO), { fields, before, at }];
}
