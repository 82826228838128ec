import { describe, expect, it } from 'vitest';
import { checkTranslations } from '../../../src/build/check-translations.ts';
import { checkLocales, flattenTexts, type Locale, unnamedKeys } from '../../../src/build/translations.ts';

const locale = (name: string, texts: Record<string, string>): Locale => ({
  name,
  tag: name === 'ja-easy' ? 'ja' : name,
  texts: new Map(Object.entries(texts)),
});

const compare = (ja: Record<string, string>, other: Record<string, string>, name = 'en'): string[] =>
  checkLocales(locale('ja', ja), [locale(name, other)]);

it('the leaves of nested groups are named by their path', () => {
  const texts = flattenTexts({ player: { play: '{聞|き}く', faster: 'はやく' }, open: 'ひらく' });
  expect([...texts]).toEqual([
    ['player.play', '{聞|き}く'],
    ['player.faster', 'はやく'],
    ['open', 'ひらく'],
  ]);
});

it.each([[{ a: 1 }], [{ a: null }], [{ a: ['x'] }], ['x'], [null]])('%j is no locale', (value) => {
  expect(() => flattenTexts(value)).toThrow(TypeError);
});

it('a folder without locales is told, file by file', () => {
  expect(checkTranslations('tests/nowhere', 'src').map((line) => line.split(':')[0])).toEqual([
    'ja.json',
    'ja-easy.json',
    'en.json',
    'zh.json',
    'ko.json',
  ]);
});

describe('keys', () => {
  it('that are the same are well', () => {
    expect(compare({ a: 'あ' }, { a: 'A' })).toEqual([]);
  });

  it('that are missing or too many are told', () => {
    expect(compare({ a: 'あ', b: 'い' }, { a: 'A', c: 'C' })).toEqual([
      'en: b is missing',
      'en: c is not in ja',
    ]);
  });

  it('without a text are told', () => {
    expect(compare({ a: 'あ' }, { a: ' ' })).toEqual(['en: a is empty']);
  });
});

describe('a key is named', () => {
  it.each([
    ['as it is', 'open.title', "name('open.title')", []],
    ['as an attribute', 'open.title', '<Label k="open.title" />', []],
    ['without its plural form', 'open.found_one', "text('open.found', { count })", []],
    ['by a template', 'settings.themes.night', `k={\`settings.themes.\${theme}\`}`, []],
    [
      'by no template of another depth',
      'settings.themes.a.b',
      `\`settings.themes.\${theme}\``,
      ['settings.themes.a.b'],
    ],
    ['by no part of it', 'open.title', "name('open.title-label')", ['open.title']],
    ['nowhere', 'open.title', '', ['open.title']],
  ])('%s: %s', (_name, key, source, expected) => {
    expect(unnamedKeys(new Map([[key, 'x']]), [source])).toEqual(expected);
  });
});

describe('placeholders', () => {
  it.each([
    ['{{count}}まい', '{{count}} pages', []],
    ['{{ title }}', '{{title}}', []],
    ['{{title}}', 'the book', ['en: a lacks {{title}}']],
    ['ほん', '{{title}}', ['en: a has {{title}}, which ja has not']],
  ])('%s as %s', (ja, en, expected) => {
    expect(compare({ a: ja }, { a: en })).toEqual(expected);
  });
});

describe('plural forms', () => {
  it('follow the language, and one may leave out the number', () => {
    expect(compare({ a: '{{count}}まい' }, { a_one: 'a page', a_other: '{{count}} pages' })).toEqual([]);
    expect(compare({ a_other: '{{count}}まい' }, { a: '{{count}}장' }, 'ko')).toEqual([]);
  });

  it.each([
    [{ a_other: '{{count}} pages' }, ['en: a_one is missing']],
    [{ a_one: 'a page', a_other: 'pages' }, ['en: a_other lacks {{count}}']],
    [{ a_one: 'a page', a_few: '{{count}}', a_other: '{{count}} pages' }, ['en: a_few is never used']],
    [
      { a: '{{count}}', a_one: 'a page', a_other: '{{count}} pages' },
      ['en: a is there with and without plural forms'],
    ],
  ])('%o', (en: Record<string, string>, expected) => {
    expect(compare({ a: '{{count}}まい' }, en)).toEqual(expected);
  });
});

describe('readings', () => {
  it.each([
    ['ja-easy', '{約|やく}{{count}}{分|ふん}', []],
    ['ja-easy', 'Markdownのファイル{{count}}（〜{20日|はつか}）', []],
    [
      'ja-easy',
      '約{{count}}{分|ふん}',
      ['ja-easy: a has a kanji without a reading, 約: 約{{count}}{分|ふん}'],
    ],
    [
      'ja-easy',
      '{人々|人びと}{{count}}',
      ["ja-easy: a has a reading that isn't kana, 人びと: {人々|人びと}{{count}}"],
    ],
    ['ja-easy', '{かな|かな}{{count}}', ['ja-easy: a has a reading for kana, かな: {かな|かな}{{count}}']],
    [
      'ja-easy',
      '{分|ふん{{count}}',
      ['ja-easy: a has a brace or bar outside of a reading: {分|ふん{{count}}'],
    ],
    ['zh', '约{{count}}分钟', []],
    ['zh', '{约|やく}{{count}}', ['zh: a may hold no reading: {约|やく}{{count}}']],
  ])('%s: %s', (name, text, expected) => {
    expect(compare({ a: '{{count}}まい' }, { a: text }, name)).toEqual(expected);
  });

  it('are left out of accessible names', () => {
    expect(compare({ 'names.toc': '目次' }, { 'names.toc': '目次' }, 'ja-easy')).toEqual([]);
    expect(compare({ 'names.toc': '{目次|もくじ}' }, { 'names.toc': 'Contents' })).toEqual([
      'ja: names.toc may hold no reading: {目次|もくじ}',
    ]);
  });
});
