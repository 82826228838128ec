import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../../src/build/front-matter.ts';

const PLAN = `id: plan-5
kind: plan
edition: standard
title: 第5期 計画
short-title: 第5期
language: ja
statement: 計画そのものではありません。
spoken-statement: まとめです。計画そのものではありません。
summary: 三つの目標の計画です。
plan:
  number: 5
  start: 2021
  end: 2023
  era: 令和3〜5年度
  state: ended
  state-note: 2024年3月に終わりました。
source:
  title: 計画のページ
  publisher: 協議会
  found: 2026-11-23
pdfs:
  - name: 概要版
    size: 1530KB
`;

const PAGE = PLAN.replace('kind: plan', 'kind: page').replace(/^(?:plan|pdfs):\n(?: .*\n)+/gmu, '');

test('a plan’s facts are read, each as its type', () => {
  expect(parseFrontMatter(PLAN)).toEqual({
    ok: true,
    value: {
      id: 'plan-5',
      kind: 'plan',
      edition: 'standard',
      title: '第5期 計画',
      shortTitle: '第5期',
      language: 'ja',
      statement: '計画そのものではありません。',
      spokenStatement: 'まとめです。計画そのものではありません。',
      summary: '三つの目標の計画です。',
      plan: {
        number: 5,
        start: 2021,
        end: 2023,
        era: '令和3〜5年度',
        state: 'ended',
        stateNote: '2024年3月に終わりました。',
      },
      source: { title: '計画のページ', publisher: '協議会', found: '2026-11-23' },
      pdfs: [{ name: '概要版', size: '1530KB' }],
    },
  });
});

test('a page needs no plan and no PDFs', () => {
  expect(parseFrontMatter(PAGE)).toMatchObject({ ok: true, value: { kind: 'page', plan: null, pdfs: [] } });
});

describe('what is wrong is named with its path', () => {
  test.each<[string, string, string[]]>([
    ['title: 第5期 計画', '', ['title is missing']],
    ['title: 第5期 計画', 'title: 5', ['title must be a text']],
    ['title: 第5期 計画', 'titel: 計画\ntitle: 計画', ['titel is not a known key']],
    ['id: plan-5', 'id: ../plan', ['id must be small letters, digits and hyphens']],
    [
      'spoken-statement: まとめです。計画そのものではありません。',
      'spoken-statement: まとめ',
      ['spoken-statement must be whole sentences, ended by 。'],
    ],
    ['kind: plan', 'kind: book', ['kind must be one of: plan, page']],
    ['edition: standard', 'edition: hard', ['edition must be one of: standard, easy']],
    ['language: ja', 'language: Japanese', ['language must be a language tag such as ja']],
    ['number: 5', 'number: five', ['plan.number must be a whole number from 1']],
    ['start: 2021', 'start: 2021.5', ['plan.start must be a whole number from 1900']],
    ['end: 2023', 'end: 2020', ['plan.end is before plan.start']],
    ['found: 2026-11-23', 'found: yesterday', ['source.found must be a day written YYYY-MM-DD']],
    ['size: 1530KB', 'pages: 3', ['pdfs[0].pages is not a known key', 'pdfs[0].size is missing']],
    ['pdfs:\n  - name: 概要版\n    size: 1530KB', 'pdfs: none', ['pdfs must be a list']],
    ['state: ended', 'state: running', ['plan.state must be one of: ended']],
  ])('%j → %j', (from, to, problems) => {
    const result = parseFrontMatter(PLAN.replace(from, to));
    expect(result.ok ? [] : result.errors.map(({ path, message }) => `${path} ${message}`)).toEqual(problems);
  });

  test('all at once', () => {
    const result = parseFrontMatter('id: 1');
    expect(result.ok ? [] : result.errors.map(({ path }) => path)).toEqual(
      'kind id edition title short-title language statement spoken-statement summary plan source'.split(' '),
    );
  });

  test.each(['a: [', 'a: 1\na: 2', '', '- a'])('%j is no mapping', (yaml) => {
    const result = parseFrontMatter(yaml);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? [] : result.errors[0]?.path).toBe('');
  });
});
