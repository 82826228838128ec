/** Words of time: 後, 間, 今日, 中, 一日 and others. */
import { alike, type Context, type ContextRule } from './context-rule.ts';
import {
  endsNoun,
  fits,
  isAdjective,
  isAdnominal,
  isEdge,
  isNoun,
  isOneOf,
  isParticle,
  isPast,
  isPlainNoun,
  isProperName,
  modifies,
  standsAlone,
} from './tests.ts';

/** 今日の means "of our day" before what belongs to an age rather than to a day. */
const OF_AN_AGE =
  /^(?:社会|社会福祉|状況|地域|課題|情勢|日本|福祉|経済|世界|時代|複雑|多様|問題|姿|発展|意義|医療|教育|生活|制度|国際|環境|家族|我が国|わが国|学校|行政|政治|文化|水準|考え方)/u;

/** What stands between days of the week that are named by one kanji each. */
const WEEKDAY_SIGNS = '・ ･ ～ 〜 ~ / ／ － ｜ ，';
/** 祝 is a day off that stands among them. */
const WEEKDAY = /^[月火水木金土日祝](?:曜日?)?$/u;
const WEEK = '月火水木金土日月火';

/** In a row of a timetable or a calendar, apart by spaces, three follow each other: 月　火　水. */
function isInWeek({ piece, at }: Context): boolean {
  for (const start of [-4, -2, 0]) {
    const days = [start, start + 2, start + 4].map((distance) => (distance === 0 ? piece : at(distance)));
    const signs = [at(start + 1), at(start + 3)];
    const row = days.map((day) => day?.surface ?? '').join('');
    if (row.length === 3 && WEEK.includes(row) && signs.every((sign) => fits(sign, /^[　、｜]$/u)))
      return true;
  }
  return false;
}

const WEATHER = '晴れ 曇り くもり 雨 雪 晴 曇 一時';

export const TIME_RULES: readonly ContextRule[] = [
  {
    surface: '後',
    reading: 'のち',
    why: 'in the weather forecast: 晴れ後雨',
    when: ({ before, after }) => isOneOf(before, WEATHER) && isOneOf(after, WEATHER),
  },
  {
    surface: '後',
    reading: 'あと',
    why: 'after a finished action: 終わった後、 食べた後に',
    when: ({ before }) => isPast(before),
  },
  {
    surface: '後',
    reading: 'あと',
    why: 'after a noun with の, and after この: 食事の後で, この後',
    when: ({ before }) => isOneOf(before, 'の この'),
  },
  {
    surface: '後',
    reading: 'あと',
    why: 'next in a row: 一つ後の計画',
    when: ({ before }) => /つ$/u.test(before?.surface ?? '') && before?.pos === '名詞',
  },
  {
    surface: '後',
    reading: 'のち',
    why: 'by itself before に: 後に改められた',
    when: ({ before, after }) => (isEdge(before) || isParticle(before)) && isOneOf(after, 'に の'),
  },
  {
    surface: '後',
    reading: 'あと',
    why: 'by itself before other particles: 後は任せる, 後から来る',
    when: ({ before, after }) => (isEdge(before) || isParticle(before)) && isOneOf(after, 'は で から を も'),
  },
  {
    surface: '間',
    reading: 'ま',
    why: 'hardly any time since: 生まれて間もない',
    when: ({ after, at }) => isOneOf(after, 'も') && isOneOf(at(2), 'ない なく なかっ 無い 無く'),
  },
  {
    surface: '間',
    reading: 'あいだ',
    why: 'a stretch of time or a space between: 〜との間に, 長い間, 待つ間',
    when: ({ before }) => isOneOf(before, 'の その') || modifies(before) || isAdjective(before),
  },
  {
    surface: '間',
    reading: 'ま',
    why: 'set phrases of a pause: 間を置く, 間が悪い',
    when: ({ after, at }) =>
      (isOneOf(after, 'を') && fits(at(2), /^(?:置|お[いくかき]|取)/u)) ||
      (isOneOf(after, 'が') && fits(at(2), /^(?:悪|持た|もた|抜け)/u)),
  },
  {
    surface: 'この間',
    reading: 'このあいだ',
    why: 'the everyday way to say it; このかん belongs to speeches',
    when: () => true,
  },
  {
    surface: 'その後',
    reading: 'そのあと',
    why: 'right behind it: その後に続く, その後ろ; そのご is the time since',
    when: ({ after, at }) =>
      isOneOf(after, 'に で から') && !(isOneOf(after, 'に') && isOneOf(at(2), 'おけ おい おける')),
  },
  {
    surface: 'その間',
    reading: 'そのあいだ',
    why: 'the everyday way to say it; そのかん belongs to speeches',
    when: () => true,
  },
  {
    surface: '今日',
    reading: 'こんにち',
    why: 'our age: 今日の社会, 今日的, 今日に至るまで, 今日では',
    when: ({ after, at }) =>
      isOneOf(after, '的') ||
      (isOneOf(after, 'の') && OF_AN_AGE.test(at(2)?.surface ?? '')) ||
      (isOneOf(after, 'に') && /^(?:至|いた)/u.test(at(2)?.surface ?? '')) ||
      (isOneOf(after, 'で') && isOneOf(at(2), 'は も')),
  },
  {
    surface: '今日',
    reading: 'きょう',
    why: 'this very day, everywhere else',
    when: () => true,
  },
  {
    surface: '今',
    reading: 'いま',
    why: 'by itself; こん only in words that the dictionary has whole (今回, 今年度)',
    when: ({ before, after }) =>
      (isEdge(before) || isParticle(before)) &&
      !isOneOf(after, '年度 年 月 週 期 シーズン 国会 大会 夏 冬 秋 春 季 世紀 学期') &&
      (!isPlainNoun(after) || isProperName(after)),
  },
  {
    surface: '中',
    reading: 'なか',
    why: 'in the middle of a town: 街中を歩く, 町中で; 町中の人 are all of them (じゅう)',
    when: ({ before, after }) =>
      isOneOf(before, '街') || (isOneOf(before, '町') && isOneOf(after, 'を で に へ')),
  },
  {
    surface: '中',
    reading: 'じゅう',
    why: 'all over a place or throughout a span: 市内中, 一日中, 町中の人, 世界中, 今日中, 1年中',
    when: ({ before }) =>
      (before?.number === undefined &&
        isOneOf(
          before,
          '一日 一晩 一年 一年間 年 世界 日本 市内 区内 町 村 国 家 体 身体 部屋 学校 社会 地域 川崎 東京 夜 夏 冬 今日 明日 今日明日 今年 そこら あたり そこいら 会場 県内 全国',
        )) ||
      fits(before, /^[１1一](?:日|年|晩)$/u),
  },
  {
    surface: '中',
    reading: 'ちゅう',
    why: 'during or in the course of: 午前中, 期間中, 作業中',
    when: ({ before }) => isNoun(before) && !isOneOf(before, 'うち 真ん'),
  },
  {
    surface: '中',
    reading: 'なか',
    why: 'inside or among, after の or a description: その中で, 家の中, 忙しい中',
    when: ({ before, after }) =>
      isOneOf(before, 'の その この') || ((modifies(before) || isAdjective(before)) && !isNoun(after)),
  },
  {
    surface: '生',
    reading: 'うまれ',
    why: 'after a date of birth: 8月28日生',
    when: ({ before }) => before?.number !== undefined && /[日月年]$/u.test(before.surface),
  },
  {
    surface: '付',
    reading: 'つき',
    why: 'equipped with, between a thing and の: 保証付の; after a date づけ',
    when: ({ before, after }) => isPlainNoun(before) && isOneOf(after, 'の'),
  },
  {
    surface: '年',
    reading: 'ねん',
    why: 'each year, before a count: 年2回, 年に一度',
    when: ({ after, at }) =>
      after?.number !== undefined ||
      isOneOf(after, '数') ||
      (isOneOf(after, 'に') && at(2)?.number !== undefined && !fits(at(2), /日$/u)),
  },
  {
    surface: '年',
    reading: 'ねん',
    why: 'of a year, before a noun: 年税額, 年会費',
    when: (context) => standsAlone(context) && isPlainNoun(context.after),
  },
  {
    surface: '夜',
    reading: 'よ',
    why: 'in set phrases: 夜が明ける, 夜も更けた, 夜を徹して; よる otherwise',
    when: ({ after, at }) =>
      isOneOf(after, 'が も を の') && fits(at(2), /^(?:明け|更け|ふけ|徹|通|明かし|とば)/u),
  },
  {
    surface: '時',
    reading: 'とき',
    why: 'by itself: 時が経つ, 時を忘れる; じ counts the hours and ends compounds (災害時)',
    when: (context) => (standsAlone(context) || isAdjective(context.before)) && endsNoun(context),
  },
  {
    surface: '次',
    reading: 'つぎ',
    why: 'by itself: 次の計画, 次に; じ only in compounds (次年度)',
    when: (context) => isOneOf(context.after, 'の') || (standsAlone(context) && endsNoun(context)),
  },
  {
    surface: '年',
    reading: 'とし',
    why: 'the word by itself: 年を取る, 新しい年, その年の',
    when: ({ before, after }) => (isAdnominal(before) || isAdjective(before)) && isParticle(after),
  },
  ...alike(
    { 月: 'げつ', 火: 'か', 水: 'すい', 木: 'もく', 金: 'きん', 土: 'ど', 日: 'にち', 祝: 'しゅく' },
    'a day of the week beside another one: 月・水・金, 火・木曜日, 月～金, 月・祝',
    (context) => {
      const { before, after, at } = context;
      return (
        (isOneOf(before, WEEKDAY_SIGNS) && fits(at(-2), WEEKDAY)) ||
        (isOneOf(after, WEEKDAY_SIGNS) && fits(at(2), WEEKDAY)) ||
        isInWeek(context)
      );
    },
  ),
  {
    surface: '月',
    reading: 'つき',
    why: 'by itself: 月に一度, その月',
    when: ({ before, after }) => (isEdge(before) || isAdnominal(before)) && isParticle(after),
  },
  {
    surface: '日',
    reading: 'ひ',
    why: 'by itself: その日, 雨の日, 暮らす日が',
    when: ({ before, after }) =>
      (isAdnominal(before) || isOneOf(before, 'の') || modifies(before) || isAdjective(before)) &&
      (isParticle(after) || isEdge(after)),
  },
];
