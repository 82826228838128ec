/** 行った and 行って: what one carries out (おこなう) and where one goes (いく) share these forms in writing. */
import type { Piece } from '../pieces.ts';
import type { Context, ContextRule } from './context-rule.ts';
import { fits, isAction, isEdge, isOneOf, isParticle, isVerb, modifiedBy } from './tests.ts';

/** How far back the object of the verb is looked for. */
const CLAUSE = 8;

/** What is held rather than visited, and is no action noun in the dictionary. */
const EVENT =
  /(?:事業|活動|行事|総会|例会|大会|式|式典|講座|教室|訓練|イベント|セミナー|フォーラム|サロン|キャンペーン|選挙|工事|授業|アンケート|講演|業務|取組|取り組み|ボランティア|手続き|手続|やり取り|儀式|企画|プログラム|話し合い|見守り|貸し出し|貸出|声掛け|受付)$/u;

/** Action nouns that are trips: one goes on them. */
const TRIP =
  /(?:旅行|見学|買い物|買物|散歩|出張|留学|見物|通院|遠足|外出|登山|帰省|食事|花見|キャンプ|ハイキング|ドライブ)$/u;

/** With these before て the action is done so: 受けて行っている, 協力して行った. */
const MANNER =
  /^(?:受ける|通じる|通す|用いる|使う|生かす|活かす|合わせる|併せる|兼ねる|踏まえる|基づく|含める|分ける|設ける|代わる|定める|決める|限る|絞る|工夫する|中心とする|組み合わせる|組む|求める|募る|加える|続ける|繰り返す|向ける|変える|図る|深める|手分けする)$/u;

/** Adjectives that say how something is carried out, before に. */
const CAREFULLY =
  /^(?:的|丁寧|慎重|熱心|円滑|適切|適正|活発|盛大|確実|迅速|無事|別途|個別|十分|継続|計画|定期|独自|無料|有料|盛ん|頻繁|毎日|公平|公正|入念|厳重|厳正|一斉|同時|順調|簡単|柔軟)$/u;

/** The nearest particle or action noun before the verb tells what kind of verb it is. */
function isCarriedOut(context: Context): boolean {
  const { at } = context;
  let carefully = false;
  for (let distance = -1; distance >= -CLAUSE; distance--) {
    const piece = at(distance);
    if (piece === null || piece.pos === '記号') break;
    if (isOneOf(piece, 'を')) return true;
    if (isOneOf(piece, 'て で') && isVerb(at(distance - 1))) {
      return distance === -1 && isDoneSo(at(-2), at(-3));
    }
    if (isOneOf(piece, 'に') && fits(at(distance - 1), CAREFULLY)) {
      carefully = true;
      continue;
    }
    // 忘れずに: the verb before it has the same object.
    if (isOneOf(piece, 'に') && isOneOf(at(distance - 1), 'ず'))
      return isEvent(objectBefore(at, distance - 2));
    if (isOneOf(piece, 'に へ まで から')) return false;
    if (isVerb(piece)) break;
    if (isOneOf(piece, '会') && isOneOf(at(distance + 1), 'は も')) return true;
    if (distance < -1 && isEvent(piece) && !isEdge(at(distance + 1)) && isParticle(at(distance + 1)))
      return true;
  }
  return carefully || isEventBehind(context);
}

/** The noun before を where it stands right before the verb at `distance`. */
function objectBefore(at: Context['at'], distance: number): Piece | null {
  return isOneOf(at(distance - 1), 'を も は') ? at(distance - 2) : null;
}

function isEvent(piece: Piece | null): boolean {
  return (isAction(piece) || fits(piece, EVENT)) && !fits(piece, TRIP);
}

/** 行った事業, 本会が行った調査. */
function isEventBehind(context: Context): boolean {
  return isOneOf(context.after, 'た て なっ') && isEvent(modifiedBy(context));
}

function isDoneSo(verb: Piece | null, object: Piece | null): boolean {
  if (verb === null) return false;
  return (
    MANNER.test(verb.baseForm) ||
    (verb.baseForm === 'する' && isAction(object) && !isOneOf(object, '移動 乗車 利用 同行 安心'))
  );
}

export const CARRIED_OUT_RULES: readonly ContextRule[] = [
  {
    surface: '行っ',
    reading: 'おこなっ',
    why: 'an action is carried out: 調査を行った, 活動も行っている, 配分を受けて行っている, 行った事業',
    when: isCarriedOut,
  },
  {
    surface: '行っ',
    reading: 'いっ',
    why: 'one goes: 今日行った, 毎週行っている, 駅まで行って, 歩いて行った',
    when: () => true,
  },
];
