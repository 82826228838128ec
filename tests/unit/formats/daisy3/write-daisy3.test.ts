import { describe, expect, test } from 'vitest';
import { type Daisy3Options, writeDaisy3 } from '../../../../src/formats/daisy3/write-daisy3.ts';
import type { TalkingBook } from '../../../../src/formats/talking-book.ts';
import { silence, spoken, unspoken } from '../../../property/narrations.ts';
import { faultsOf } from '../dtd.ts';
import { bookOf, hardBooks } from '../hard-documents.ts';

async function filesOf(
  talking: TalkingBook,
  options: Daisy3Options = {},
): Promise<ReadonlyMap<string, string>> {
  const texts = writeDaisy3(talking, options)
    .files.filter(({ path }) => !path.endsWith('.mp3'))
    .map(async ({ path, load }): Promise<[string, string]> => [path, new TextDecoder().decode(await load())]);
  return new Map(await Promise.all(texts));
}

describe('every file is valid in a book of', () => {
  test.each(hardBooks)('%s', async (_name, book) => {
    for (const talking of [spoken(book), unspoken(book)]) {
      for (const { path, load } of writeDaisy3(talking, { readings: 'parentheses' }).files) {
        if (!path.endsWith('.mp3')) expect(faultsOf(await load()), path).toEqual([]);
      }
    }
  });
});

test.each(hardBooks)(
  'the navigation is played in order without a gap, and counts what it holds: %s',
  async (_name, book) => {
    const ncx = (await filesOf(spoken(book))).get('navigation.ncx') ?? '';
    const orders = [...ncx.matchAll(/playOrder="(\d+)"/gu)].map(([, order]) => Number(order));
    expect(orders.toSorted((a, b) => a - b)).toEqual(orders.map((_, index) => index + 1));
    const pages = [...ncx.matchAll(/<pageTarget [^>]*value="(\d+)"/gu)].map(([, label]) => Number(label));
    expect(ncx).toContain(`name="dtb:totalPageCount" content="${pages.length}"`);
    expect(ncx).toContain(`name="dtb:maxPageNumber" content="${Math.max(0, ...pages)}"`);
  },
);

describe('the package', () => {
  test('lists every file once', async () => {
    const { files } = writeDaisy3(spoken(bookOf('# 題\n\n<!-- page: 1 -->\n\n文。')));
    const opf = new TextDecoder().decode(await files[0]?.load());
    const listed = [...opf.matchAll(/<item [^>]*href="([^"]+)"/gu)].map(([, href]) => href);
    expect(listed.toSorted()).toEqual(files.map(({ path }) => path).toSorted());
  });

  test('says whether there is sound, and how long', async () => {
    const talking = spoken(bookOf('# 題\n\n文。'));
    const opf = (await filesOf(talking)).get('package.opf') ?? '';
    expect(opf).toContain('name="dtb:multimediaType" content="audioFullText"');
    expect((await filesOf(unspoken(talking.book))).get('package.opf')).toContain('content="textNCX"');
    const recorded = talking.narration?.recordings.reduce((sum, { duration }) => sum + duration, 0) ?? 0;
    const [, hours, minutes, rest] = /totalTime" content="(\d+):(\d+):([\d.]+)"/u.exec(opf) ?? [];
    expect(Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)).toBeCloseTo(recorded, 2);
  });
});

test('readings stand in parentheses or are left out', async () => {
  const talking = unspoken(bookOf('# 題\n\n{協働|きょうどう}する。'));
  expect((await filesOf(talking)).get('text.xml')).toContain('>協働する。<');
  expect((await filesOf(talking, { readings: 'parentheses' })).get('text.xml')).toContain(
    '>協働（きょうどう）する。<',
  );
});

test('the same identifier stands in every file', async () => {
  const files = [...(await filesOf(spoken(bookOf('# 題\n\n文。'))))];
  const ids = files.flatMap(([, xml]) => xml.match(/urn:uuid:[0-9a-f-]{36}/u) ?? []);
  expect(new Set(ids).size).toBe(1);
  expect(ids).toHaveLength(files.length);
});

test('what can be skipped is also said, where somebody said it', async () => {
  const wordOf = async (source: string): Promise<readonly (string | false)[]> => {
    const { narration, ...talking } = spoken(bookOf(source));
    const pageWord = {
      path: 'page.mp3',
      load: async () => silence(20),
      duration: 20 * (576 / 22050),
      title: 'ページ',
      section: null,
    };
    const written = writeDaisy3({ ...talking, narration: narration && { ...narration, pageWord } });
    const resources = written.files.find(({ path }) => path === 'resource.res');
    const bytes = (await resources?.load()) ?? new Uint8Array();
    if (resources !== undefined) expect(faultsOf(bytes)).toEqual([]);
    const audio = /<audio[^>]*>/u.exec(new TextDecoder().decode(bytes))?.[0] ?? false;
    return [audio, written.files.some(({ path }) => path === 'page.mp3') && 'page.mp3'];
  };
  expect(await wordOf('# 題\n\n<!-- page: 3 -->\n\n文。')).toEqual([
    '<audio src="page.mp3" clipBegin="0:00:00.000" clipEnd="0:00:00.522"/>',
    'page.mp3',
  ]);
  expect(await wordOf('# 題\n\n文。')).toEqual([false, false]);
});

test('what can be skipped has a name for the player; a book without pages has nothing of the kind', async () => {
  const paged = await filesOf(spoken(bookOf('# 題\n\n<!-- page: 3 -->\n\n文。')));
  expect(paged.get('resource.res')).toContain('<text>ページ</text>');
  expect([...paged.values()].join('')).toContain('customTest="pagenum"');
  expect((await filesOf(spoken(bookOf('# 題\n\n文。')))).has('resource.res')).toBe(false);
});
