import { describe, expect, test } from 'vitest';
import { type Daisy202Options, writeDaisy202 } from '../../../../src/formats/daisy202/write-daisy202.ts';
import type { TalkingBook } from '../../../../src/formats/talking-book.ts';
import { spoken, unspoken } from '../../../property/narrations.ts';
import { faultsOf } from '../dtd.ts';
import { bookOf, hardBooks } from '../hard-documents.ts';

async function filesOf(
  talking: TalkingBook,
  options: Daisy202Options = {},
): Promise<ReadonlyMap<string, string>> {
  const decoder = new TextDecoder(options.charset ?? 'utf-8', { fatal: true });
  const texts = writeDaisy202(talking, options)
    .files.filter(({ path }) => !path.endsWith('.mp3'))
    .map(async ({ path, load }): Promise<[string, string]> => [path, decoder.decode(await load())]);
  return new Map(await Promise.all(texts));
}

describe('every file is valid in a book of', () => {
  test.each(hardBooks)('%s', async (_name, book) => {
    const options: readonly Daisy202Options[] = [
      { charset: 'utf-8', readings: 'none' },
      { charset: 'shift_jis', readings: 'parentheses' },
    ];
    for (const option of options) {
      for (const talking of [spoken(book), unspoken(book)]) {
        for (const { path, load } of writeDaisy202(talking, option).files) {
          if (!path.endsWith('.mp3')) expect(faultsOf(await load()), path).toEqual([]);
        }
      }
    }
  });
});

function metaOf(ncc = ''): Readonly<Record<string, string>> {
  const metas = ncc.matchAll(/<meta name="([^"]+)" content="([^"]*)"/gu);
  return Object.fromEntries([...metas].map(([, name, value]) => [name, value]));
}

describe('the navigation', () => {
  test.each(hardBooks)('counts what it holds, and no heading skips a level: %s', async (_name, book) => {
    const ncc = (await filesOf(spoken(book))).get('ncc.html') ?? '';
    const items = [...ncc.matchAll(/<(h[1-6]|span)[ >]/gu)].map(([, name = '']) => name);
    const pages = [...ncc.matchAll(/class="page-normal"[^>]*><a[^>]*>(\d+)</gu)].map(([, label]) =>
      Number(label),
    );
    const levels = items.filter((name) => name !== 'span').map((name) => Number(name[1]));
    expect(metaOf(ncc)).toMatchObject({
      'ncc:tocItems': String(items.length),
      'ncc:pageNormal': String(pages.length),
      'ncc:maxPageNormal': String(Math.max(0, ...pages)),
      'ncc:depth': String(Math.max(...levels)),
    });
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(ncc).toMatch(/<body><h1 class="title"/u);
  });

  test('times add up to the recordings', async () => {
    const talking = spoken(bookOf('# 題\n\n文。\n\n## 一\n\n文。\n\n## 二\n\n文。'));
    const lengths = [...(await filesOf(talking))].flatMap(([path, xml]) =>
      /^smil/u.test(path) ? [Number(/dur="([\d.]+)s"/u.exec(xml)?.[1])] : [],
    );
    const recorded = talking.narration?.recordings.reduce((sum, { duration }) => sum + duration, 0) ?? 0;
    expect(lengths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(recorded, 2);
  });

  test('says whether there is sound', async () => {
    const book = bookOf('# 題\n\n文。');
    const typeOf = async (talking: TalkingBook): Promise<string | undefined> =>
      metaOf((await filesOf(talking)).get('ncc.html'))['ncc:multimediaType'];
    expect([await typeOf(spoken(book)), await typeOf(unspoken(book))]).toEqual(['audioFullText', 'textNcc']);
  });
});

test('readings stand in parentheses or are left out', async () => {
  const talking = unspoken(bookOf('# 題\n\n{協働|きょうどう}する。'));
  const textOf = async (options: Daisy202Options): Promise<string> =>
    [...(await filesOf(talking, options)).values()].join('');
  expect(await textOf({})).toContain('>協働する。<');
  expect(await textOf({ readings: 'parentheses' })).toContain('>協働（きょうどう）する。<');
});

test('pages can be skipped', async () => {
  const files = await filesOf(spoken(bookOf('# 題\n\n<!-- page: 3 -->\n\n文。')));
  expect([...files.values()].join('')).toContain('id="p-page-3" system-required="pagenumber-on"');
});

describe('in Shift_JIS', () => {
  test('what the standard lacks is written out, and the rest listed', async () => {
    const talking = unspoken(bookOf('# ①と㈱\n\n髙橋と草彅、Ⅲ章、5㎞。'));
    const files = await filesOf(talking, { charset: 'shift_jis' });
    expect(files.get('ncc.html')).toContain('(1)と(株)');
    expect([...files.values()].join('')).toContain('高橋と草〓、III章、5km。');
    const { problems } = writeDaisy202(talking, { charset: 'shift_jis' });
    expect(problems).toEqual([{ code: 'not-in-charset', detail: '彅' }]);
  });

  test('every file says so', async () => {
    const files = await filesOf(unspoken(bookOf('# 題\n\n文。')), { charset: 'shift_jis' });
    for (const [path, xml] of files) {
      expect(xml, path).toMatch(/^<\?xml version="1\.0" encoding="shift_jis"\?>/u);
    }
    expect(metaOf(files.get('ncc.html'))['ncc:charset']).toBe('shift_jis');
  });
});
