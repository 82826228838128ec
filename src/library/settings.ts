/**
 * The reader's settings: what they are, what they may be, and how a damaged set is mended field by field. Kept free of
 * everything else, because the script that runs before the first paint carries this file with it.
 */
import type { Store } from '../book/store.ts';

/** A voice as it is remembered; the device may have renamed it by another day. */
export interface RememberedVoice {
  readonly name: string;
  /** BCP 47. */
  readonly lang: string;
  readonly voiceURI: string;
}

/** Always complete. Numbers lie within {@link SETTING_RANGES}. */
export interface Settings {
  /** Of the shape of this object; a set of another version is read as far as it goes. */
  readonly version: typeof SETTINGS_VERSION;
  /** CSS pixels. */
  readonly textSize: number;
  /** Line height as a multiple of the text's size. */
  readonly lineSpacing: number;
  /** In em. */
  readonly letterSpacing: number;
  /** In em. */
  readonly wordSpacing: number;
  /** Steps from 0 (narrow) to 3 (wide). */
  readonly margins: number;
  readonly typeface: 'gothic' | 'mincho' | 'device';
  readonly theme: 'kinari' | 'white' | 'black' | 'navy-yellow' | 'system';
  readonly writingMode: 'horizontal' | 'vertical';
  /** Spaces between phrases (分かち書き), and no line that breaks within one. */
  readonly phraseSpaces: boolean;
  /** `above-grade`: only words with a kanji taught above `schoolGrade`. `first`: each word once, where it first occurs. */
  readonly furigana: 'all' | 'above-grade' | 'first' | 'none';
  /** The last school year whose kanji are known, 1 to 6. */
  readonly schoolGrade: number;
  /** Per cent of the text's size. */
  readonly rubySize: number;
  readonly readingScript: 'hiragana' | 'katakana' | 'romaji';
  /** What a screen reader gets for a word with ruby; `plain` leaves all ruby out of the page. */
  readonly screenReader: 'kanji' | 'readings' | 'plain';
  readonly locale: 'ja' | 'ja-easy' | 'en' | 'zh' | 'ko';
  readonly edition: 'standard' | 'easy';
  /** How many times as fast as the voice's own speed. */
  readonly rate: number;
  /** `null` leaves the choice to the device's best Japanese voice. */
  readonly voice: RememberedVoice | null;
  /** Which voice reads a book that is recorded: the recorded one, or the device's. */
  readonly narrator: 'recorded' | 'device';
  /** How the sentence that is read is marked: by a colour behind it, by a line under it, by both, or not at all. */
  readonly marker: 'both' | 'colour' | 'underline' | 'none';
  /** Whether the word that is said is marked too, where its time is known. */
  readonly markWords: boolean;
  /** What follows the voice over the text: a ruler under the line, or a mask over everything but the lines being read. */
  readonly guide: 'none' | 'ruler' | 'mask';
  /** Silence after each sentence, in seconds, besides the voice's own. */
  readonly sentencePause: number;
  /** How often each sentence is said. */
  readonly repeatTimes: number;
  /** Silence after each saying for repeating after it: none, as long as the sentence took, or half as long again. */
  readonly repeatPause: 'none' | 'same' | 'longer';
  /** Whether single keys move the voice from anywhere on the page. */
  readonly playerKeys: boolean;
  /** Whether swipes over the text move the voice. */
  readonly swipes: boolean;
  /** What one swipe, or a press of the large buttons, moves by. */
  readonly moveUnit: 'phrase' | 'sentence' | 'paragraph' | 'heading' | 'page' | 'seconds';
  /** Moves by heading stop at headings of this level, 1 to 6; 0 for any. */
  readonly headingLevel: number;
  readonly motion: 'system' | 'reduced';
  /** True once the first visit's questions were answered or put off. */
  readonly firstVisitDone: boolean;
}

/** The settings as they are now, and what went wrong with keeping them. */
export interface SettingsState {
  readonly settings: Settings;
  readonly canUndo: boolean;
  /**
   * `not-kept`: the device refused the last change or had no room for it, so the settings last as long as this page.
   * `repaired`: what was kept was damaged in places; the rest is as it was.
   */
  readonly problem: 'none' | 'not-kept' | 'repaired';
}

/** Some fields with their new values. */
export type SettingsChange = Partial<Omit<Settings, 'version'>>;

/** The settings as they change; each change is kept at once. */
export interface SettingsStore extends Store<SettingsState> {
  /** Changes the given fields, each brought into its range. A change of the same fields soon after joins the one before. */
  change(change: SettingsChange): void;
  /** Back to the defaults, but for the interface's language and the first visit's questions. */
  reset(): void;
  /** Takes the last change back, or the last burst of changes of the same fields. Nothing happens where there is none. */
  undo(): void;
  /** Takes the notice of a problem away. */
  dismissProblem(): void;
  /** Stops listening to other tabs. */
  dispose(): void;
}

/** Raised when the fields change their meaning. */
const SETTINGS_VERSION = 1;

/** The key under which the settings are kept as JSON. */
export const SETTINGS_KEY = 'tomoyomi.settings';

/** What holds until the reader chooses otherwise. */
export const defaultSettings: Settings = {
  version: SETTINGS_VERSION,
  textSize: 24,
  lineSpacing: 2,
  letterSpacing: 0,
  wordSpacing: 0,
  margins: 1,
  typeface: 'gothic',
  theme: 'kinari',
  writingMode: 'horizontal',
  phraseSpaces: false,
  furigana: 'all',
  schoolGrade: 3,
  rubySize: 55,
  readingScript: 'hiragana',
  screenReader: 'kanji',
  locale: 'ja',
  edition: 'standard',
  rate: 1,
  voice: null,
  narrator: 'recorded',
  marker: 'both',
  markWords: true,
  guide: 'none',
  sentencePause: 0,
  repeatTimes: 1,
  repeatPause: 'none',
  playerKeys: true,
  swipes: true,
  moveUnit: 'sentence',
  headingLevel: 0,
  motion: 'system',
  firstVisitDone: false,
};

/** Least, greatest, and the step of the control, each in the field's own unit. */
export const SETTING_RANGES = {
  textSize: [16, 96, 1],
  lineSpacing: [1.5, 3.5, 0.1],
  letterSpacing: [0, 0.5, 0.05],
  wordSpacing: [0, 1, 0.1],
  margins: [0, 3, 1],
  schoolGrade: [1, 6, 1],
  rubySize: [50, 70, 5],
  rate: [0.5, 4, 0.1],
  sentencePause: [0, 10, 0.5],
  repeatTimes: [1, 5, 1],
  headingLevel: [0, 6, 1],
} as const satisfies Partial<Record<keyof Settings, readonly [number, number, number]>>;

/** Fields that are whole numbers. */
const WHOLE: readonly string[] = ['margins', 'schoolGrade', 'repeatTimes', 'headingLevel'];

/** The choices of each field that is one of a few, in the order in which they are shown. */
export const SETTING_CHOICES = {
  typeface: ['gothic', 'mincho', 'device'],
  theme: ['kinari', 'white', 'black', 'navy-yellow', 'system'],
  writingMode: ['horizontal', 'vertical'],
  furigana: ['all', 'above-grade', 'first', 'none'],
  readingScript: ['hiragana', 'katakana', 'romaji'],
  screenReader: ['kanji', 'readings', 'plain'],
  locale: ['ja', 'ja-easy', 'en', 'zh', 'ko'],
  edition: ['standard', 'easy'],
  narrator: ['recorded', 'device'],
  marker: ['both', 'colour', 'underline', 'none'],
  guide: ['none', 'ruler', 'mask'],
  repeatPause: ['none', 'same', 'longer'],
  moveUnit: ['phrase', 'sentence', 'paragraph', 'heading', 'page', 'seconds'],
  motion: ['system', 'reduced'],
} as const satisfies { readonly [Field in keyof Settings]?: readonly Settings[Field][] };

/** Settings that are whole, and what had to be done to get them. */
export interface ParsedSettings {
  readonly settings: Settings;
  /** The names of the fields that had to be mended; `*` where the whole was not a set of settings at all. */
  readonly repaired: readonly string[];
}

/**
 * Settings from anything, without ever throwing. A number out of range is brought to the nearest end, what is no
 * number or no known choice falls back to the default, each field by itself. A field that is absent takes its default
 * and doesn't count as repaired, nor does `undefined` or `null` for the whole: then there simply were none yet.
 */
export function parseSettings(value: unknown): ParsedSettings {
  const settings: Record<string, unknown> = { ...defaultSettings };
  const repaired: string[] = [];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const given = new Map(Object.entries(value));
    for (const [field, fallback] of Object.entries(defaultSettings)) {
      const found: unknown = given.get(field);
      if (field === 'version' || found === undefined) continue;
      const mended = parseField(field, found, fallback);
      settings[field] = mended;
      if (mended !== found && field !== 'voice') repaired.push(field);
      if (field === 'voice' && (mended === null) !== (found === null)) repaired.push(field);
    }
  } else if (value !== undefined && value !== null) {
    repaired.push('*');
  }
  // Every field was either taken from the defaults or parsed by its own rule.
  return { settings: settings as unknown as Settings, repaired };
}

/** The same from the text that is kept; `null` where none is. Text that is no JSON counts as damaged. */
export function parseSettingsText(text: string | null): ParsedSettings {
  if (text === null) return parseSettings(null);
  try {
    return parseSettings(JSON.parse(text) ?? '');
  } catch {
    return parseSettings('');
  }
}

function parseField(field: string, found: unknown, fallback: unknown): unknown {
  const choices = (SETTING_CHOICES as Readonly<Record<string, readonly unknown[]>>)[field];
  if (choices !== undefined) return choices.includes(found) ? found : fallback;
  const range = (SETTING_RANGES as Readonly<Record<string, readonly [number, number, number]>>)[field];
  if (range !== undefined) return parseNumber(found, range, WHOLE.includes(field), fallback);
  if (field === 'voice') return parseVoice(found);
  return typeof found === typeof fallback ? found : fallback;
}

function parseNumber(
  found: unknown,
  [least, greatest]: readonly [number, number, number],
  whole: boolean,
  fallback: unknown,
): unknown {
  if (typeof found !== 'number' || Number.isNaN(found)) return fallback;
  const within = Math.min(greatest, Math.max(least, found));
  return whole ? Math.round(within) : within;
}

function parseVoice(found: unknown): RememberedVoice | null {
  if (typeof found !== 'object' || found === null) return null;
  const { name, lang, voiceURI } = found as Partial<Record<keyof RememberedVoice, unknown>>;
  if (typeof name !== 'string' || typeof lang !== 'string' || typeof voiceURI !== 'string') return null;
  return { name, lang, voiceURI };
}
