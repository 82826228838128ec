import { beforeEach, describe, expect, it } from 'vitest';
import { createRecordingLoader, type LoadRecording } from '../../../src/app/load-recording.ts';
import type { RecordedBook } from '../../../src/narration/recorded-book.ts';
import type { KeptList } from '../../../src/platform/downloads/kept-lists.ts';

const sha256 = 'a'.repeat(64);
const LIST = '/audio/plan-2/new-clips.json';
const OLD = '/audio/plan-2/old-clips.json';

const recorded = (name: string): RecordedBook => ({
  version: 1,
  book: 'plan-2',
  duration: 5,
  narrator: 'Mei',
  credits: [],
  files: [{ address: `/audio/plan-2/${name}.mp3`, bytes: 9, sha256, duration: 5, title: '', section: null }],
  clips: [['a', 0, 0, 5]],
});
const index = (changes: object = {}): unknown => ({
  version: 1,
  books: {
    'plan-2': { seconds: 5, recorded: { address: LIST, bytes: 9, sha256, sound: 9 }, files: [], ...changes },
  },
});

let site: Map<string, unknown>;
let lists: KeptList[];
let whole: Set<string>;
let asked: string[];
let load: LoadRecording;

beforeEach(() => {
  site = new Map([
    ['/downloads/index.json', index()],
    [LIST, recorded('new')],
  ]);
  lists = [];
  whole = new Set();
  asked = [];
  load = createRecordingLoader({
    fetchJson: async (address) => {
      asked.push(address);
      if (!site.has(address)) throw new TypeError('no network');
      return site.get(address);
    },
    kept: async () => ({ lists, whole }),
  });
});

describe('a book’s recordings', () => {
  it('are those that the list of downloads names', async () => {
    expect(await load('plan-2')).toEqual(recorded('new'));
  });

  it('are asked for once', async () => {
    expect(await load('plan-2')).toBe(await load('plan-2'));
    expect(asked).toEqual(['/downloads/index.json', LIST]);
  });

  it.each<[string, () => void]>([
    ['the book is of text alone', () => site.set('/downloads/index.json', index({ recorded: null }))],
    ['the site’s list is none', () => site.set('/downloads/index.json', '<!doctype html>')],
    ['the list is damaged', () => site.set(LIST, { ...recorded('new'), clips: [['a', 3, 0, 5]] })],
    ['the list is another book’s', () => site.set(LIST, { ...recorded('new'), book: 'plan-3' })],
    ['there is no network', () => site.clear()],
  ])('are none where %s', async (_, change) => {
    change();
    expect(await load('plan-2')).toBeNull();
  });

  it('are asked for again after they could not be had', async () => {
    site.delete(LIST);
    expect(await load('plan-2')).toBeNull();
    site.set(LIST, recorded('new'));
    expect(await load('plan-2')).toEqual(recorded('new'));
  });
});

describe('without a network, an earlier edition’s recordings', () => {
  beforeEach(() => site.delete(LIST));

  it('serve where they are whole on the device', async () => {
    lists = [{ address: OLD, value: recorded('old') }];
    whole = new Set(['/audio/plan-2/old.mp3']);
    expect(await load('plan-2')).toEqual(recorded('old'));
  });

  it('do not where a file is missing, or the list is damaged', async () => {
    lists = [
      { address: OLD, value: recorded('old') },
      { address: '/audio/plan-2/older-clips.json', value: null },
    ];
    expect(await load('plan-2')).toBeNull();
  });
});
