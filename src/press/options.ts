/** What the press is asked for: the command line as data, or what is wrong with it. */
import { parseArgs } from 'node:util';
import { PressError } from './press-error.ts';

export type PressFormat = 'epub' | 'daisy202' | 'daisy3' | 'audio';

export const FORMATS: readonly PressFormat[] = ['epub', 'daisy202', 'daisy3', 'audio'];

export interface PressOptions {
  /** Ids of bundled books, or paths of files. */
  readonly inputs: readonly string[];
  /** Where the books go; `null` only with `check` or `record`. */
  readonly out: string | null;
  readonly formats: readonly PressFormat[];
  readonly voice: 'mei' | 'none';
  readonly charset: 'utf-8' | 'shift_jis';
  readonly readings: 'parentheses' | 'none';
  readonly vertical: boolean;
  /** ISO 8601, a day: what the books are dated. */
  readonly date: string;
  /** Only says whether the recordings are up to date. */
  readonly check: boolean;
  /** Records the bundled books into `content/audio`. */
  readonly record: boolean;
  readonly help: boolean;
}

export const USAGE = `使い方: npm run press -- INPUT… --out DIR [選択]

INPUT     計画の番号（plan-1 … plan-5、guide など）か、Markdown（.md）・テキスト（.txt）・HTML（.html）のファイル
--out DIR 本を入れるフォルダー
--formats epub,daisy202,daisy3,audio   作る形（書かなければ全部）
--voice mei|none                       声（none は文字だけの本）
--charset utf-8|shift_jis              DAISY 2.02 の文字コード
--readings parentheses|none            ふりがなのない形での読み（かっこに入れる・入れない）
--vertical                             EPUB を縦書きにする
--date YYYY-MM-DD                      本に書く日付（書かなければ今日）
--check                                content/audio の録音が今の文と合っているかを調べるだけ
--record                               content/audio の録音を作る・作りなおす
`;

/** Throws a `PressError` with the code `bad-option`, or `no-such-input` where nothing is asked for. */
export function parseOptions(args: readonly string[], today: string): PressOptions {
  const { values, positionals } = parsed(args);
  const formats =
    values.formats === undefined ? FORMATS : values.formats.split(',').filter((name) => name !== '');
  for (const format of formats) oneOf('--formats', format, FORMATS);
  if (formats.length === 0) throw new PressError('bad-option', '--formats に形がありません。');
  const check = values.check === true;
  const record = values.record === true;
  const help = values.help === true;
  const out = values.out ?? null;
  if (!help && !check && !record) {
    if (positionals.length === 0) throw new PressError('no-such-input', `作る本がありません。\n\n${USAGE}`);
    // An empty one, as from a variable that isn't set, would be the folder that is open.
    if (out === null || out.trim() === '') {
      throw new PressError('bad-option', '--out でフォルダーを書いてください。');
    }
  }
  const date = values.date ?? today;
  if (!isDay(date)) {
    throw new PressError('bad-option', `--date は 2026-04-01 のように書いてください（今は「${date}」）。`);
  }
  return {
    inputs: positionals,
    out,
    formats: FORMATS.filter((format) => formats.includes(format)),
    voice: oneOf('--voice', values.voice ?? 'mei', ['mei', 'none']),
    charset: oneOf('--charset', (values.charset ?? 'utf-8').toLowerCase(), ['utf-8', 'shift_jis']),
    readings: oneOf('--readings', values.readings ?? 'none', ['parentheses', 'none']),
    vertical: values.vertical === true,
    date,
    check,
    record,
    help,
  };
}

/** A day of the calendar that a ZIP archive can be dated (1980 to 2099). */
function isDay(date: string): boolean {
  const year = /^(\d{4})-\d{2}-\d{2}$/u.exec(date)?.[1];
  const time = Date.parse(date);
  if (year === undefined || Number.isNaN(time)) return false;
  return new Date(time).toISOString().startsWith(date) && Number(year) >= 1980 && Number(year) < 2100;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        formats: { type: 'string' },
        voice: { type: 'string' },
        charset: { type: 'string' },
        readings: { type: 'string' },
        date: { type: 'string' },
        vertical: { type: 'boolean' },
        check: { type: 'boolean' },
        record: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    throw new PressError('bad-option', `分からない書き方があります：${args.join(' ')}\n\n${USAGE}`, {
      cause,
    });
  }
}

function oneOf<Value extends string>(name: string, value: string, known: readonly Value[]): Value {
  const found = known.find((one) => one === value);
  if (found === undefined) {
    throw new PressError('bad-option', `${name} は ${known.join('、')} のどれかです（今は「${value}」）。`);
  }
  return found;
}
