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

/** The dictionary says にっぽん wherever it can; in speech it is にほん but for a few institutions' own names. */
const NIPPON = /^(?:日本銀行|日本放送協会|日本電信電話|日本武道館|日本橋)/u;

function readJapan(piece: Piece): Piece {
  const { reading, surface } = piece;
  if (reading === null || !surface.includes('日本') || !reading.includes('にっぽん') || NIPPON.test(surface))
    return piece;
  return readBy(piece, reading.replace('にっぽん', 'にほん'));
}
