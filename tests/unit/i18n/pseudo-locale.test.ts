import { describe, expect, it } from 'vitest';
import { parseRubyNotation } from '../../../src/book/ruby-notation.ts';
import { checkLocales, flattenTexts } from '../../../src/build/translations.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { allTexts } from './all-texts.ts';
import { PSEUDO_TAG, pseudoLocale, pseudoText } from './pseudo-locale.ts';
import { allPlaceholders, renderAll } from './render-all.ts';

describe('a pseudo text', () => {
  const table: readonly (readonly [what: string, text: string, pseudo: string])[] = [
    ['kana grow by two fifths', 'さがすことば', '⟦さがすことばヴギグ⟧'],
    ['Latin letters get accents', 'Windows', '⟦Ŵîñďöŵšヴギグ⟧'],
    ['a reading stays, and only its base is counted', '{目次|もくじ}', '⟦{目次|もくじ}ヴ⟧'],
    ['a placeholder stays', '{{title}}を{消|け}す', '⟦{{title}}を{消|け}すヴギ⟧'],
    ['a placeholder before a reading stays', '{{rate}}{倍|ばい}', '⟦{{rate}}{倍|ばい}ヴギ⟧'],
    ['placeholders alone grow too', '{{step}} / {{count}}', '⟦{{step}} / {{count}}ヴギグ⟧'],
    ['long padding starts over', 'あ'.repeat(26), `⟦${'あ'.repeat(26)}ヴギグゲゴザジズゼゾヴ⟧`],
  ];

  it.each(table)('%s', (_, text, pseudo) => {
    expect(pseudoText(text)).toBe(pseudo);
  });
});

describe('the pseudo locale', () => {
  const ja = allTexts('ja');
  const pseudo = pseudoLocale(ja);

  it('is a complete translation: keys, placeholders, readings', () => {
    const source = { name: 'ja', tag: 'ja', texts: flattenTexts(ja) };
    expect(checkLocales(source, [{ name: 'pseudo', tag: 'ja', texts: flattenTexts(pseudo) }])).toEqual([]);
  });

  it('keeps every reading', () => {
    const readings = (tree: unknown) =>
      [...flattenTexts(tree).values()].flatMap((text) =>
        parseRubyNotation(text).filter((run) => 'reading' in run),
      );
    expect(readings(pseudo)).toEqual(readings(ja));
  });

  it('renders under every key of the app, with every placeholder filled', async () => {
    const instance = createI18n();
    instance.addResourceBundle(PSEUDO_TAG, 'translation', pseudo);
    await instance.changeLanguage(PSEUDO_TAG);
    const rendered = renderAll(instance, pseudo);
    expect(rendered).toHaveLength(flattenTexts(ja).size);
    expect(rendered.filter(({ text }) => !/^⟦.+⟧$/u.test(text))).toEqual([]);
    expect(rendered.filter(({ text }) => text.includes('{{'))).toEqual([]);
    const lost = rendered.filter(({ text, values }) => values.some((value) => !text.includes(value)));
    expect(lost).toEqual([]);
    expect(rendered.flatMap(({ values }) => values)).toHaveLength(allPlaceholders(ja));
  });
});
