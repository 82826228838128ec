/**
 * Which key moves the voice how. Single keys without modifiers, each changeable and each to be taken away (WCAG 2.1.4);
 * all of them together are switched off in the settings.
 */
import { createStore, type Store } from '../book/store.ts';
import { createKeptJson, fieldsOf, type Parsed } from './kept-json.ts';
import type { TextStorage } from './text-storage.ts';

/** What keys do, in the order in which it is shown. */
export const PLAYER_COMMANDS = [
  'play',
  'again',
  'slower',
  'faster',
  'voices',
  'phrase-back',
  'phrase-on',
  'sentence-back',
  'sentence-on',
  'paragraph-back',
  'paragraph-on',
  'heading-back',
  'heading-on',
  'page-back',
  'page-on',
  'seconds-back',
  'seconds-on',
  'chapter-start',
  'place-back',
  'where',
  'bookmark',
  'sleep',
  'help',
] as const;

export type PlayerCommand = (typeof PLAYER_COMMANDS)[number];

/** One character for each command, as {@link plainKey} gives it; `null` where it has no key. */
export type PlayerKeys = Readonly<Record<PlayerCommand, string | null>>;

/**
 * Pairs lie side by side, back on the left. Screen readers take single letters for themselves while they browse, so the moves
 * that are wanted most have marks, which they leave alone; j, k and l are what players of films have. No key is one by which
 * a browser searches (/ and ').
 */
export const DEFAULT_KEYS: PlayerKeys = {
  play: 'k',
  again: ';',
  slower: '-',
  faster: '^',
  voices: 'v',
  'phrase-back': '[',
  'phrase-on': ']',
  'sentence-back': ',',
  'sentence-on': '.',
  'paragraph-back': 'n',
  'paragraph-on': 'm',
  'heading-back': '7',
  'heading-on': '8',
  'page-back': 'o',
  'page-on': 'p',
  'seconds-back': 'j',
  'seconds-on': 'l',
  'chapter-start': '0',
  'place-back': 'y',
  where: 'w',
  bookmark: 's',
  sleep: 'z',
  help: '?',
};

/** Keys that stand where another layout has the first one, or mean the same. They yield to a key that was chosen. */
const ALTERNATES: Readonly<Record<string, readonly string[]>> = { '^': ['=', '+'] };

/** What a Japanese keyboard writes with these keys while it writes kana. */
const KANA_MARKS: Readonly<Record<string, string>> = {
  '、': ',',
  '。': '.',
  '「': '[',
  '」': ']',
  ー: '-',
};

/** Keys by which browsers search in the page. */
const BROWSERS_OWN = new Set(['/', "'"]);

export type AssignedKey =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error:
        | { readonly code: 'taken'; readonly by: PlayerCommand }
        /** The browser searches by it. */
        | { readonly code: 'browsers-own' }
        /** No single visible character: Enter, the arrows, a space … */
        | { readonly code: 'unusable' };
    };

export interface PlayerKeysState {
  readonly keys: PlayerKeys;
  readonly isDefault: boolean;
  /** `not-kept`: the device didn't take the last change, which lasts as long as this page. `repaired`: some were damaged. */
  readonly problem: 'none' | 'not-kept' | 'repaired';
}

/** The keys as they change, the same in every tab. */
export interface PlayerKeysStore extends Store<PlayerKeysState> {
  /** Gives a command the key that was pressed. A key of another command is refused. */
  assign(command: PlayerCommand, key: string): AssignedKey;
  /** The command has no key from now on. */
  clear(command: PlayerCommand): void;
  /** All keys as they were at first. */
  reset(): void;
  /** Stops listening to other tabs. */
  dispose(): void;
}

/** The key under which the keys that differ from the first ones are kept as JSON. */
export const PLAYER_KEYS_KEY = 'tomoyomi.player-keys';

export function createPlayerKeysStore(storage: TextStorage): PlayerKeysStore {
  const kept = createKeptJson(storage, PLAYER_KEYS_KEY, parsePlayerKeys);
  const stateOf = (keys: PlayerKeys, problem: PlayerKeysState['problem']): PlayerKeysState => ({
    keys,
    isDefault: PLAYER_COMMANDS.every((command) => keys[command] === DEFAULT_KEYS[command]),
    problem,
  });
  const first = kept.read();
  const store = createStore(stateOf(first.value, first.damaged ? 'repaired' : 'none'));

  const set = (keys: PlayerKeys): void => {
    const changed = PLAYER_COMMANDS.filter((command) => keys[command] !== DEFAULT_KEYS[command]);
    const own = Object.fromEntries(changed.map((command) => [command, keys[command]]));
    const answer = kept.write({ version: 1, keys: own });
    store.set(stateOf(keys, answer === 'kept' ? 'none' : 'not-kept'));
  };
  // Read again before each change: another tab may have changed other keys.
  const now = (): PlayerKeys => kept.read().value;
  const unwatch = kept.watch(() => store.set(stateOf(kept.read().value, 'none')));

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    assign: (command, pressed) => {
      const key = plainKey(pressed);
      if (key === null) return { ok: false, error: { code: 'unusable' } };
      if (BROWSERS_OWN.has(key)) return { ok: false, error: { code: 'browsers-own' } };
      const keys = now();
      const by = PLAYER_COMMANDS.find((other) => other !== command && keys[other] === key);
      if (by !== undefined) return { ok: false, error: { code: 'taken', by } };
      set({ ...keys, [command]: key });
      return { ok: true };
    },
    clear: (command) => set({ ...now(), [command]: null }),
    reset: () => set(DEFAULT_KEYS),
    dispose: unwatch,
  };
}

/**
 * A key as it is kept: one visible character, small where it is a letter; `null` for every other key. `key` is a keyboard
 * event's. Wide letters and the marks of a keyboard that writes kana count as the plain ones.
 */
export function plainKey(key: string): string | null {
  const plain = KANA_MARKS[key] ?? key.normalize('NFKC').toLowerCase();
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(plain) && !/[ぁ-ゖァ-ヺ]/u.test(plain) ? plain : null;
}

/** What a key does, if anything; `key` is a plain one. */
export function commandOfKey(keys: PlayerKeys, key: string): PlayerCommand | null {
  const own = PLAYER_COMMANDS.find((command) => keys[command] === key);
  if (own !== undefined) return own;
  return PLAYER_COMMANDS.find((command) => ALTERNATES[keys[command] ?? '']?.includes(key)) ?? null;
}

/** A command's keys: its own first, then what stands for that on other keyboards. */
export function keysOfCommand(keys: PlayerKeys, command: PlayerCommand): readonly string[] {
  const key = keys[command];
  if (key === null) return [];
  return [key, ...(ALTERNATES[key] ?? []).filter((other) => commandOfKey(keys, other) === command)];
}

/**
 * The keys from the JSON that is kept: `{version, keys: {command: key}}`, only those that differ from the first ones. Each
 * that is damaged, or stands for another command already, is left out by itself.
 */
export function parsePlayerKeys(value: unknown): Parsed<PlayerKeys> {
  if (value === undefined) return { value: DEFAULT_KEYS, damaged: false };
  const own = fieldsOf(fieldsOf(value)?.keys);
  if (own === null) return { value: DEFAULT_KEYS, damaged: true };
  const names = Object.keys(own);
  const known = PLAYER_COMMANDS.filter((command) => names.includes(command));
  // A command that this version doesn't know is no damage: a later one may have written it.
  const usable = known.filter((command) => isUsable(own[command]));
  const keys: Record<PlayerCommand, string | null> = { ...DEFAULT_KEYS };
  for (const command of usable) keys[command] = null;
  let damaged = usable.length < known.length;
  for (const command of usable) {
    const key = own[command];
    if (typeof key !== 'string') continue;
    if (PLAYER_COMMANDS.some((other) => keys[other] === key)) {
      damaged = true;
      // Its first key may have been given away.
      const first = DEFAULT_KEYS[command];
      if (!PLAYER_COMMANDS.some((other) => keys[other] === first)) keys[command] = first;
    } else keys[command] = key;
  }
  return { value: keys, damaged };
}

function isUsable(key: unknown): boolean {
  return key === null || (typeof key === 'string' && plainKey(key) === key && !BROWSERS_OWN.has(key));
}
