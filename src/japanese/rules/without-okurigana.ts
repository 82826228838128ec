/** Nouns from verbs, written without their okurigana as offices write them: 取組, 支払. */
import { alike, type ContextRule } from './context-rule.ts';

export const WITHOUT_OKURIGANA_RULES: readonly ContextRule[] = [
  ...alike(
    {
      取組: 'とりくみ',
      払込: 'はらいこみ',
      問合: 'といあわせ',
      引継: 'ひきつぎ',
      支払: 'しはらい',
      打込: 'うちこみ',
      折込: 'おりこみ',
      引取: 'ひきとり',
      読取: 'よみとり',
      切取: 'きりとり',
      刈込: 'かりこみ',
      落込: 'おちこみ',
      絞込: 'しぼりこみ',
      片付: 'かたづけ',
      買付: 'かいつけ',
      入替: 'いれかえ',
    },
    'the dictionary has forms of the verb in the same spelling (とりくめ, ひきと); nobody writes those so',
    () => true,
  ),
];
