/** Words that are read in two ways: the neighbours decide. The tables say what, this file says how they are applied. */
import { changed, cutPiece, type Piece, readBy } from '../pieces.ts';
import { CARRIED_OUT_RULES } from './carried-out.ts';
import type { Context, ContextRule } from './context-rule.ts';
import { EVERYDAY_RULES } from './everyday.ts';
import { HOMOGRAPH_RULES } from './homographs.ts';
import { PEOPLE_RULES } from './people.ts';
import { PLACE_RULES } from './places.ts';
import { PREFIX_RULES } from './prefixes.ts';
import { SUFFIX_RULES } from './suffixes.ts';
import { SWALLOWED_PARTICLE_RULES } from './swallowed-particles.ts';
import { TIME_RULES } from './time.ts';
import { VERB_RULES } from './verbs.ts';
import { WITHOUT_OKURIGANA_RULES } from './without-okurigana.ts';

const RULES = new Map<string, ContextRule[]>();
for (const rule of [
  ...PEOPLE_RULES,
  ...TIME_RULES,
  ...PLACE_RULES,
  ...SUFFIX_RULES,
  ...PREFIX_RULES,
  ...CARRIED_OUT_RULES,
  ...VERB_RULES,
  ...HOMOGRAPH_RULES,
  ...EVERYDAY_RULES,
  ...WITHOUT_OKURIGANA_RULES,
  ...SWALLOWED_PARTICLE_RULES,
]) {
  RULES.set(rule.surface, [...(RULES.get(rule.surface) ?? []), rule]);
}

/** Marks the code units that a word with rules begins with: most words are told apart by this alone. */
const BEGINS = new Uint8Array(0x10000);
for (const surface of RULES.keys()) BEGINS[surface.charCodeAt(0)] = 1;

/**
 * For each word the first rule whose neighbours fit. Rules see the words as they were before any rule. A word without
 * a rule costs one look into the table.
 */
export function applyContext(pieces: readonly Piece[]): readonly Piece[] {
  const result = pieces.slice();
  let bracketed = false;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined || piece.number !== undefined) continue;
    if (piece.surface.length === 3 && DAY_IN_BRACKETS.test(piece.surface)) bracketed = true;
    const begins = BEGINS[piece.surface.charCodeAt(0)] === 1;
    const rules = begins ? RULES.get(piece.surface) : undefined;
    if (rules !== undefined) result[index] = applyRules(rules, piece, pieces, index);
    else if (piece.surface.includes('日本'))
      result[index] = readJapan(piece, pieces[index + 1]?.surface ?? '');
  }
  return bracketed ? result.flatMap(withoutBrackets) : result;
}

/** The dictionary has （土） as a word, read as if it said 土曜日. */
const DAY_IN_BRACKETS = /^（[月火水木金土日祝]）$/u;
const DAYS: Readonly<Record<string, string>> = {
  月: 'げつ',
  火: 'か',
  水: 'すい',
  木: 'もく',
  金: 'きん',
  土: 'ど',
  日: 'にち',
  祝: 'しゅく',
};

/** The day stands in its brackets as it is written, so that its reading is beside it alone, and as in （月・祝）. */
function withoutBrackets(piece: Piece): Piece | readonly Piece[] {
  const { surface, start, end } = piece;
  if (surface.length !== 3 || !DAY_IN_BRACKETS.test(surface)) return piece;
  const sign = (at: number): Piece =>
    changed(cutPiece(piece, at, at + 1), {
      pos: '記号',
      posDetail: '一般',
      reading: surface.charAt(at - start),
    });
  const day = surface.charAt(1);
  return [sign(start), readBy(cutPiece(piece, start + 1, end - 1), DAYS[day] ?? day), sign(end - 1)];
}

function applyRules(
  rules: readonly ContextRule[],
  piece: Piece,
  pieces: readonly Piece[],
  index: number,
): Piece {
  const at = (distance: number): Piece | null => pieces[index + distance] ?? null;
  const context: Context = { piece, before: at(-1), after: at(1), at };
  const rule = rules.find(({ when }) => when(context));
  return rule === undefined || rule.reading === piece.reading ? piece : readBy(piece, rule.reading);
}

/** The country is にほん, by itself and in longer words, but for the names of some institutions. */
function readJapan(piece: Piece, next: string): Piece {
  const { reading, surface } = piece;
  if (reading === null || !reading.includes('にっぽん')) return piece;
  if (OFFICIAL_NAMES.test(surface === '日本' ? surface + next : surface)) return piece;
  return readBy(piece, reading.replace('にっぽん', 'にほん'));
}

/** Those that say にっぽん of themselves. */
const OFFICIAL_NAMES =
  /^日本(?:銀行|放送協会|放送|電信電話|武道館|橋|郵便|郵政|財団|年金|生命|体育大学|中央競馬会)/u;
