import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOverlay } from '../../../src/book/media-overlay.ts';
import { sentencesOf } from '../../../src/book/walk.ts';
import { type BuiltBook, ContentError } from '../../../src/build/content.ts';
import { siteNarrations, writeRecordings } from '../../../src/build/recordings.ts';
import { parseRecordedBook } from '../../../src/narration/parse-recorded-book.ts';
import type { RecordedBook } from '../../../src/narration/recorded-book.ts';
import { clipPath } from '../../../src/press/recordings.ts';
import { builtBook, emptyRoot, FRAMES, record } from './recorded.ts';

/** Seconds of a frame: 576 samples at 22.05 kHz. */
const FRAME = 576 / 22050;

let root = '';
let plan: BuiltBook;
let page: BuiltBook;
let keys: ReadonlyMap<string, string>;

beforeAll(async () => {
  root = emptyRoot();
  plan = await builtBook('plan-7');
  page = await builtBook('how-to-get');
  keys = await record(root, [plan]);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the recordings of the bundled books', () => {
  it('are none where there is no lock file', async () => {
    const bare = emptyRoot();
    expect(await siteNarrations(bare, [plan])).toBeNull();
    rmSync(bare, { recursive: true });
  });

  it('become the narrations of the books that are recorded, sentence by sentence', async () => {
    const narrations = await siteNarrations(root, [plan, page]);
    expect([...(narrations ?? new Map()).keys()]).toEqual(['plan-7']);
    const narration = narrations?.get('plan-7');
    expect(checkOverlay(plan.book, narration?.overlay ?? { clips: [] })).toEqual([]);
    expect(narration?.overlay.clips).toHaveLength(sentencesOf(plan.book).length);
  });

  it('are put together once, however many books take them', async () => {
    const narration = (await siteNarrations(root, [plan]))?.get('plan-7');
    const [first] = narration?.recordings ?? [];
    expect(await first?.load()).toBe(await first?.load());
  });

  it('stop the build where a sentence has none, or another’s, and name each', async () => {
    const damaged = clipPath(keys.get('地域で支え合います。') ?? '');
    const missing = clipPath(keys.get('次は2026年4月1日です。') ?? '');
    const kept = [damaged, missing].map((path) => [path, readFileSync(join(root, path))] as const);
    writeFileSync(join(root, damaged), 'noise');
    rmSync(join(root, missing));
    const failed = await siteNarrations(root, [plan]).catch((error: unknown) => error);
    for (const [path, bytes] of kept) writeFileSync(join(root, path), bytes);
    expect(failed).toBeInstanceOf(ContentError);
    const { message } = failed as ContentError;
    expect(message).toContain('plan-7: damaged: 地域で支え合います。');
    expect(message).toContain('plan-7: missing: 次は2026年4月1日です。');
    expect(message).not.toContain('基本理念');
  });

  it('stop the build where a sentence has changed since', async () => {
    const changed = JSON.parse(
      JSON.stringify(plan.book).replace('支え合います。', '支え合いました。'),
    ) as typeof plan.book;
    await expect(siteNarrations(root, [{ ...plan, book: changed }])).rejects.toThrow(
      'plan-7: missing: 地域で支え合いました。',
    );
  });
});

describe('the list of a book’s recordings', () => {
  it('says which stretch of which file says which sentence, and when its words are said', async () => {
    const narration = (await siteNarrations(root, [plan]))?.get('plan-7');
    if (narration === undefined) throw new Error('nothing was recorded');
    const dist = join(root, 'dist');
    const { address, sound: soundBytes } = await writeRecordings(dist, 'plan-7', narration);
    expect(address).toMatch(/^\/audio\/plan-7\/[0-9a-f]{10}-clips\.json$/u);
    const list = JSON.parse(readFileSync(join(dist, address), 'utf8')) as RecordedBook;
    expect(list).toMatchObject({ version: 1, book: 'plan-7', narrator: narration.narrator });
    expect(list.credits.join()).toContain('CC BY 3.0');
    expect(list.clips.map(([sentence]) => sentence)).toEqual(
      narration.overlay.clips.map(({ sentence }) => sentence),
    );
    for (const [, file, begin, end, words] of list.clips) {
      expect(list.files[file]).toBeDefined();
      expect(end - begin).toBeGreaterThan(FRAMES * FRAME - 0.001);
      expect(words).toEqual([[0, 2, 0.1, 0.3]]);
    }
    expect(parseRecordedBook(list, 'plan-7')).toEqual({ ok: true, recorded: list });
    for (const [index, { address: sound, bytes: size, sha256, duration }] of list.files.entries()) {
      expect(sound).toMatch(/^\/audio\/plan-7\/[0-9a-f]{10}-audio\d{3}\.mp3$/u);
      const content = readFileSync(join(dist, sound));
      expect(content.byteLength).toBe(size);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      const last = list.clips.filter(([, file]) => file === index).at(-1);
      expect(last?.[3]).toBeCloseTo(duration, 3);
    }
    expect(soundBytes).toBe(list.files.reduce((sum, file) => sum + file.bytes, 0));
  });
});
