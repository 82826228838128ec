/**
 * Counters and the sound changes between them and their numbers. Sources: any grammar's table of 助数詞; where a number
 * is read in two ways, the one that announcers prefer. The rows themselves are in `counter-rows.ts`.
 */
import { COUNTER_ROWS } from './counter-rows.ts';

/**
 * How a counter's first sound acts on the number before it:
 * - `plain` nothing changes (円, 台)
 * - `k`, `s`, `t` double after 1, 8, 10 (いっかい, はっさつ, じゅっとう); `k` after 6 and 百 too (ろっかい)
 * - `h` doubles as p (いっぽん) and is voiced after 3, 千, 万 and 何 (さんぼん)
 * - `f` as `h`, but half-voiced after 3 and 4 (さんぷん, よんぷん)
 * - `loan` a borrowed measure in k doubles after 6, 10 and 百 (ろっきろ, but いちきろ)
 * - `noun` a noun that is counted by itself doubles after 10 alone (いちしせつ, じゅっしせつ)
 */
export type CounterSound = 'plain' | 'k' | 's' | 't' | 'h' | 'f' | 'loan' | 'noun';

export interface Counter {
  readonly text: string;
  readonly reading: string;
  readonly sound: CounterSound;
  /** How the number's last digit is read before this counter: 4 → よ. The key is the digit, or 何. */
  readonly digits?: Readonly<Record<string, string>>;
  /** How a number that is this digit and no more is read. */
  readonly alone?: Readonly<Record<string, string>>;
  /** The counter's own reading after 3 and 何: さんがい, さんげん, さんぞく. */
  readonly afterThree?: string;
  /** 1 and 2 are read ひと and ふた. */
  readonly native?: boolean;
}

type Kind = Omit<Counter, 'text' | 'reading'>;

/** The kinds of the rows. */
const KINDS: Readonly<Record<string, Kind>> = {
  plain: { sound: 'plain' },
  k: { sound: 'k' },
  s: { sound: 's' },
  t: { sound: 't' },
  h: { sound: 'h' },
  f: { sound: 'f' },
  loan: { sound: 'loan' },
  noun: { sound: 'noun' },
  /** Years by name: しちねん and くねん where the digit stands alone, but にせんななねん, じゅうきゅうねん. */
  year: { sound: 'plain', digits: { '4': 'よ' }, alone: { '7': 'しち', '9': 'く' } },
  /** Spans of years. */
  years: { sound: 'plain', digits: { '4': 'よ' }, alone: { '7': 'しち' } },
  month: { sound: 'plain', digits: { '4': 'し', '7': 'しち', '9': 'く' } },
  hour: { sound: 'plain', digits: { '4': 'よ', '7': 'しち', '9': 'く' }, alone: { '0': 'れい' } },
  /** Days beyond those with names of their own. */
  day: { sound: 'plain', digits: { '7': 'しち', '9': 'く' } },
  four: { sound: 'plain', digits: { '4': 'よ' } },
  /** 0度 れいど, 0点 れいてん. */
  degree: { sound: 'plain', alone: { '0': 'れい' } },
  point: { sound: 't', alone: { '0': 'れい' } },
  minute: { sound: 'f', alone: { '0': 'れい' } },
  native: { sound: 'plain', native: true },
  /** The seventh year after a death: しちかいき. */
  rite: { sound: 'k', digits: { '7': 'しち' } },
  ga: { sound: 'k', afterThree: 'が' },
  ge: { sound: 'k', afterThree: 'げ' },
  go: { sound: 'k', afterThree: 'ご' },
  zo: { sound: 's', afterThree: 'ぞ' },
  six: { sound: 'plain', digits: { '6': 'ろっ' } },
};

function counterOf(row: string, kind: Kind): Counter {
  const [text = '', reading = ''] = row.split('=');
  const { afterThree, ...rest } = kind;
  return {
    text,
    reading,
    ...rest,
    ...(afterThree !== undefined && { afterThree: afterThree + reading.slice(1) }),
  };
}

export const COUNTERS: readonly Counter[] = COUNTER_ROWS.trim()
  .split('\n')
  .flatMap((line) => {
    const [kind = '', ...rows] = line.trim().split(/\s+/u);
    return rows.map((row) => counterOf(row, KINDS[kind] ?? { sound: 'plain' }));
  });
