/**
 * A noun with its particle that the dictionary takes for one word: it has 朝賀, 側臥, 中波 and 人外 also half in kana
 * (朝が, 側が, 中は, 人がい), and so cuts 朝が早い and 人が いない wrongly. Nobody writes those words so.
 */
import { alike, type ContextRule } from './context-rule.ts';
import { isOneOf } from './tests.ts';

const NOUNS: Readonly<Record<string, string>> = {
  人がい: 'ひとがい',
  口がい: 'くちがい',
  国がい: 'くにがい',
  車がい: 'くるまがい',
  朝が: 'あさが',
  側が: 'がわが',
  光が: 'ひかりが',
  公が: 'おおやけが',
  病が: 'やまいが',
  山が: 'やまが',
  歯が: 'はが',
  中は: 'なかは',
  光は: 'ひかりは',
  左は: 'ひだりは',
  鯨は: 'くじらは',
  紙はい: 'かみはい',
  光はい: 'ひかりはい',
  中と: 'なかと',
  目と: 'めと',
  前と: 'まえと',
  後と: 'あとと',
  力も: 'ちからも',
  病も: 'やまいも',
  傷も: 'きずも',
  組も: 'くみも',
  上や: 'うえや',
  山や: 'やまや',
  林や: 'はやしや',
  前や: 'まえや',
  後や: 'あとや',
  姉や: 'あねや',
  母や: 'ははや',
  星や: 'ほしや',
  昼や: 'ひるや',
  朝や: 'あさや',
  緑や: 'みどりや',
  床や: 'ゆかや',
  霊や: 'れいや',
  弓で: 'ゆみで',
};

export const SWALLOWED_PARTICLE_RULES: readonly ContextRule[] = [
  ...alike(
    NOUNS,
    'a noun and its particle: 朝が早い, 人がいない, 床や壁; 床やさん is a barber',
    ({ after }) => !isOneOf(after, 'さん'),
  ),
];
