/** Words that are read in two ways: the neighbours decide. The tables say what, this file says how they are applied. */
import { type Piece, readBy } from '../pieces.ts';
import type { Context, ContextRule } from './context-rule.ts';
import { EVERYDAY_RULES } from './everyday.ts';
import { PEOPLE_RULES } from './people.ts';
import { SUFFIX_RULES } from './suffixes.ts';
import { TIME_RULES } from './time.ts';

const RULES = new Map<string, ContextRule[]>();
for (const rule of [...PEOPLE_RULES, ...TIME_RULES, ...SUFFIX_RULES, ...EVERYDAY_RULES]) {
  RULES.set(rule.surface, [...(RULES.get(rule.surface) ?? []), rule]);
}

/** For each word the first rule whose neighbours fit. Rules see the words as they were before any rule. */
export function applyContext(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) => {
    if (piece.number !== undefined) return piece;
    const rules = RULES.get(piece.surface);
    if (rules === undefined) return readJapan(piece);
    const at = (distance: number): Piece | null => pieces[index + distance] ?? null;
    const context: Context = { piece, before: at(-1), after: at(1), at };
    const rule = rules.find(({ when }) => when(context));
    return rule === undefined || rule.reading === piece.reading ? piece : readBy(piece, rule.reading);
  });
}

/** The country by itself is にっぽん or にほん, both rightly; in longer words it is にほん (日本人, 東日本). */
function readJapan(piece: Piece): Piece {
  const { reading, surface } = piece;
  if (reading === null || surface === '日本' || !surface.includes('日本')) return piece;
  if (!reading.includes('にっぽん') || OFFICIAL_NAMES.test(surface)) return piece;
  return readBy(piece, reading.replace('にっぽん', 'にほん'));
}

const OFFICIAL_NAMES = /^日本(?:銀行|放送協会|電信電話|武道館|橋)/u;
