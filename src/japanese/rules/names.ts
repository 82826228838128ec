/**
 * Names that are read in two ways, by place, by person or by being no name at all: 溝口 is みぞのくち in Kawasaki and
 * みぞぐち as a family's name, 千年 ちとせ in Takatsu Ward and otherwise a thousand years. What stands around tells.
 * A name with one reading belongs into the lexicon instead, where everyone can mend it.
 */
import { CONFIDENCE, type Piece } from '../pieces.ts';
import { ERAS, FAMILIES, KNOWN_TOWNS, TOWNS, TWO_WAY } from './name-table.ts';

/** What stands around a name, in normalised text. */
export interface NameContext {
  /** The text before the name, as much of it as a name's surroundings can be long. */
  readonly before: string;
  /** The text behind the name, as much of it likewise. */
  readonly after: string;
  /** The word behind the name; `null` at the text's end. */
  readonly next: Piece | null;
}

export interface NameRule {
  readonly surface: string;
  readonly reading: string;
  /** Why this reading is meant, with an example. */
  readonly why: string;
  readonly when: (context: NameContext) => boolean;
  /** A voice may say an era's kanji; it gets the kana of the other names, whose kanji it knows otherwise or not at all. */
  readonly era?: boolean;
}

/** Longer than any condition below asks. */
const SURROUNDINGS = 24;

const YEAR = /^(?:元年|[０-９一二三四五六七八九十]{1,3}年|年間|年号|年中|期|初年|末年)/u;

/** What a place has and a person doesn't, behind the name of a ward or a town. */
const FACILITY =
  /^(?:区|市民[館交]|区民|図書|警察|消防|スポーツ|文化セ|保健|休日|老人|いこい|地区|地域|小学校|中学校|高校|高等学校|養護学校|支援学校|こども|子ども|保育園|幼稚園|病院|総合病院|郵便局|税務署|水処理|環境|自治会|町内会|町会|会館|公園|分館|出張所|商店|社協|民児協|緑地|団地|交差点|台地|方面|付近|周辺|[０-９一二三四五六七八九十]+丁目)/u;

const TITLE =
  /^(?:さん|さま|様|氏|君|くん|ちゃん|先生|議員|会長|副会長|理事|監事|部長|課長|係長|局長|館長|医師|選手|夫妻|家の|委員(?!会))/u;

/** Titles that stand behind nothing but a person's name; offices, as in 関係長, may be cut otherwise. */
const CLOSE_TITLE = /^(?:さん|さま|様|氏|君|くん|ちゃん|先生)/u;

const WARD_LIST = '川崎区?|幸区?|中原区?|高津区?|宮前区?|多摩区?|麻生区?';
const AFTER_WARD = new RegExp(`(?:${WARD_LIST})[・、，と及や]$`, 'u');
const BEFORE_WARD = new RegExp(`^[・、，と及や](?:${WARD_LIST})(?:[・、，とのや]|$)`, 'u');

const TOWN_LIST = KNOWN_TOWNS.join('|');
const AFTER_TOWN = new RegExp(`(?:${TOWN_LIST})(?:地区)?[・、，]$`, 'u');
const BEFORE_TOWN = new RegExp(`^[・、，](?:${TOWN_LIST})(?![ぁ-ん]*(?:さん|氏|様))`, 'u');

const RULES: readonly NameRule[] = [
  ...TOWNS.map(
    ([ward, surface, reading]): NameRule => ({
      surface,
      reading,
      why: `a town of ${ward}, which stands before it`,
      when: ({ before }) => before.endsWith(ward) || before.endsWith(`${ward}の`),
    }),
  ),
  ...TOWNS.map(
    ([ward, surface, reading]): NameRule => ({
      surface,
      reading,
      why: `a town of ${ward} in a list of such towns: 高津区の子母口、千年、久末`,
      when: ({ before, after }) => AFTER_TOWN.test(before) || BEFORE_TOWN.test(after),
    }),
  ),
  ...TWO_WAY.map(
    ({ surface, place }): NameRule => ({
      surface,
      reading: place,
      why: `what stands behind it is a place's: ${surface}小学校, ${surface}地区, ${surface}一丁目`,
      when: ({ after }) => FACILITY.test(after),
    }),
  ),
  ...TWO_WAY.filter(({ ward }) => ward).map(
    ({ surface, place }): NameRule => ({
      surface,
      reading: place,
      why: `among the wards of Kawasaki: 多摩・${surface}の各区`,
      when: ({ before, after }) => AFTER_WARD.test(before) || BEFORE_WARD.test(after),
    }),
  ),
  ...TWO_WAY.flatMap(({ surface, place, person }): readonly NameRule[] =>
    person === undefined
      ? []
      : [
          {
            surface,
            reading: person,
            why: `a title or a given name behind a family's name: ${surface}さん`,
            when: ({ after, next }) =>
              TITLE.test(after) || next?.posDetail.startsWith('固有名詞-人名') === true,
          },
          { surface, reading: place, why: 'the place that this council knows', when: () => true },
        ],
  ),
  ...FAMILIES.map(
    ([surface, reading]): NameRule => ({
      surface,
      reading,
      why: `a family's name of one kanji, which its title makes known: ${surface}さん`,
      when: ({ after }) => CLOSE_TITLE.test(after),
    }),
  ),
  ...ERAS.map(
    ([surface, reading]): NameRule => ({
      surface,
      reading,
      why: `an era before its years; otherwise a given name, or two words: ${surface}三年`,
      when: ({ after }) => YEAR.test(after),
      era: true,
    }),
  ),
];

const BY_FIRST = new Map<string, NameRule[]>();
for (const rule of RULES) {
  const first = rule.surface.charAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), rule]);
}

/** Reads the names whose surroundings decide. A name is one piece; it never begins or ends inside a word. */
export function readNames(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const found = nameAt(text, pieces, index, piece);
    if (found === null) {
      result.push(piece);
      index += 1;
      continue;
    }
    result.push(found.piece);
    index = found.last + 1;
    if (found.era) index = readFirstYear(text, pieces, index, result);
  }
  return result;
}

interface FoundName {
  readonly piece: Piece;
  readonly last: number;
  readonly era: boolean;
}

function nameAt(text: string, pieces: readonly Piece[], index: number, first: Piece): FoundName | null {
  const rules = BY_FIRST.get(first.surface.charAt(0));
  if (rules === undefined) return null;
  for (const rule of rules) {
    if (!text.startsWith(rule.surface, first.start)) continue;
    const end = first.start + rule.surface.length;
    const last = pieceEndingAt(pieces, index, end);
    if (last === null) continue;
    const context: NameContext = {
      before: text.slice(Math.max(0, first.start - SURROUNDINGS), first.start),
      after: text.slice(end, end + SURROUNDINGS),
      next: pieces[last + 1] ?? null,
    };
    if (!rule.when(context)) continue;
    const era = rule.era === true;
    const known = era && last === index && first.reading === rule.reading;
    return { piece: known ? first : named(first, end, rule), last, era };
  }
  return null;
}

function pieceEndingAt(pieces: readonly Piece[], from: number, end: number): number | null {
  let last = from;
  while ((pieces[last]?.end ?? end) < end) last += 1;
  return pieces[last]?.end === end ? last : null;
}

function named(first: Piece, end: number, rule: NameRule): Piece {
  return {
    surface: rule.surface,
    start: first.start,
    end,
    reading: rule.reading,
    pos: '名詞',
    posDetail: rule.era === true ? '固有名詞-一般' : '固有名詞-地域-一般',
    baseForm: rule.surface,
    form: '',
    origin: 'rule',
    confidence: CONFIDENCE.rule,
  };
}

const FIRST_YEAR = '元年';

/** 元年 is がんねん, however the dictionary cut it. Adds it to `result`, and returns the index behind it. */
function readFirstYear(text: string, pieces: readonly Piece[], index: number, result: Piece[]): number {
  const first = pieces[index];
  if (first === undefined || !text.startsWith(FIRST_YEAR, first.start)) return index;
  const end = first.start + FIRST_YEAR.length;
  const last = pieceEndingAt(pieces, index, end);
  if (last === null || first.number !== undefined) return index;
  result.push({
    ...named(first, end, { surface: FIRST_YEAR, reading: 'がんねん', why: '', when: () => true, era: true }),
    posDetail: '一般',
  });
  return last + 1;
}
