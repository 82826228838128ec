import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AudioKeeper } from '../../../../src/library/audio-downloads.ts';
import type { BookSound, SiteFile } from '../../../../src/library/downloads-index.ts';
import type { RecordedBook } from '../../../../src/narration/recorded-book.ts';
import { type AudioPorts, createAudioKeeper } from '../../../../src/platform/downloads/audio-keeper.ts';
import { partKey } from '../../../../src/platform/downloads/file-parts.ts';
import { bytesOf, createFakeSite } from './fake-site.ts';

const siteFile = (address: string, content: Uint8Array): SiteFile => ({
  address,
  bytes: content.byteLength,
  sha256: createHash('sha256').update(content).digest('hex'),
});

/** A book of two recordings, with all that the site serves of it. */
function recordedBook(book: string, edition: string) {
  const sounds = [1, 2].map((seed) => ({
    address: `/audio/${book}/${edition}${seed}.mp3`,
    bytes: bytesOf(400_000, seed),
  }));
  const files = sounds.map(({ address, bytes }) => siteFile(address, bytes));
  const recorded: RecordedBook = {
    version: 1,
    book,
    duration: 10,
    narrator: 'Mei',
    credits: [],
    files: files.map((file) => ({ ...file, duration: 5, title: '', section: null })),
    clips: [
      ['a', 0, 0, 5],
      ['b', 1, 0, 5],
    ],
  };
  const listBytes = new TextEncoder().encode(JSON.stringify(recorded));
  const list = siteFile(`/audio/${book}/${edition}-clips.json`, listBytes);
  const sound: BookSound = { book, seconds: 10, list: { ...list, sound: 800_000 } };
  const served = new Map([
    [list.address, listBytes],
    ...sounds.map(({ address, bytes }) => [address, bytes] as const),
  ]);
  return { sound, files, served };
}

const one = recordedBook('plan-1', 'a');
const newer = recordedBook('plan-1', 'b');
const two = recordedBook('plan-2', 'a');

let fake: ReturnType<typeof createFakeSite>['fake'];
let keeper: AudioKeeper;
let posted: unknown[];
let tell: (() => void) | null;

beforeEach(() => {
  const site = createFakeSite(bytesOf(1));
  fake = site.fake;
  posted = [];
  tell = null;
  const files = new Map([...one.served, ...newer.served, ...two.served]);
  const ports: AudioPorts = {
    ...site.ports,
    // The site has many files here: each is served as the fake serves its one.
    fetch: (address, init) => {
      fake.served = files.get(address) ?? bytesOf(0);
      return site.ports.fetch(`${address}.epub`, init);
    },
    storage: { persisted: async () => true, estimate: async () => ({ usage: 5, quota: 9 }) },
    channel: {
      postMessage: (message) => posted.push(message),
      addEventListener: (_type: string, listener: unknown) => {
        tell = listener as () => void;
      },
    },
  };
  keeper = createAudioKeeper(ports);
});

const bring = (file: SiteFile, signal = new AbortController().signal): Promise<void> =>
  keeper.bring(file, { signal, onLoaded: () => undefined });
const bringAll = async ({ sound }: { sound: BookSound }): Promise<void> => {
  await bring(sound.list);
  for (const file of await keeper.filesOf(sound)) await bring(file);
};
const look = async (...sounds: readonly BookSound[]) => keeper.look(sounds);
const total = (sound: BookSound): number => sound.list.bytes + sound.list.sound;

describe('a book’s recordings', () => {
  it('are whole with their list and all its files', async () => {
    expect(await look(one.sound)).toEqual([{ state: 'absent', loaded: 0 }]);
    await bringAll(one);
    expect(await look(one.sound, two.sound)).toEqual([
      { state: 'whole', loaded: total(one.sound) },
      { state: 'absent', loaded: 0 },
    ]);
    expect(await keeper.filesOf(one.sound)).toMatchObject(one.files);
  });

  it('are kept as sound, whole, so that every player takes them', async () => {
    await bringAll(one);
    const kept = fake.cached.get('/audio/plan-1/a1.mp3');
    expect([kept?.status, kept?.headers.get('content-type'), kept?.headers.get('content-length')]).toEqual([
      200,
      'audio/mpeg',
      '400000',
    ]);
    expect(fake.cached.get(one.sound.list.address)?.headers.get('content-type')).toBe('application/json');
  });

  it('have begun with the first bytes of sound, not with their list', async () => {
    await bring(one.sound.list);
    expect(await look(one.sound)).toEqual([{ state: 'absent', loaded: 0 }]);
    fake.breaksAfter = 150_000;
    const [first] = one.files;
    if (first === undefined) throw new Error('no file');
    await expect(bring(first)).rejects.toMatchObject({ code: 'offline' });
    expect(await look(one.sound)).toEqual([{ state: 'part', loaded: one.sound.list.bytes + 150_000 }]);
    fake.breaksAfter = Number.POSITIVE_INFINITY;
    await bring(first);
    expect(await look(one.sound)).toEqual([{ state: 'part', loaded: one.sound.list.bytes + 400_000 }]);
    expect(fake.asked).toEqual([null, null, 'bytes=150000-']);
  });

  it('are of an earlier edition until a byte of this one’s sound has come', async () => {
    await bringAll(one);
    expect(await look(newer.sound)).toEqual([{ state: 'earlier', loaded: 0 }]);
    await bring(newer.sound.list);
    expect(await look(newer.sound)).toEqual([{ state: 'earlier', loaded: 0 }]);
    fake.cached.set(partKey(newer.files[0] as SiteFile, 0, 100), new Response(new Uint8Array(100)));
    expect(await look(newer.sound)).toEqual([{ state: 'part', loaded: newer.sound.list.bytes + 100 }]);
  });

  it('go with their parts and with their earlier editions, and no other book’s', async () => {
    await bringAll(one);
    await bringAll(newer);
    await bringAll(two);
    fake.cached.set(partKey(one.files[0] as SiteFile, 0, 100), new Response(new Uint8Array(100)));
    await keeper.remove('plan-1');
    expect(await look(one.sound, newer.sound)).toEqual([
      { state: 'absent', loaded: 0 },
      { state: 'absent', loaded: 0 },
    ]);
    expect([...fake.cached.keys()].sort()).toEqual([...two.served.keys()].sort());
  });

  it('with a damaged list are missing, and the next attempt brings another list', async () => {
    await bringAll(one);
    fake.cached.set(
      one.sound.list.address,
      new Response('{"version":1', { headers: { 'X-Edition': one.sound.list.sha256 } }),
    );
    expect(await look(one.sound)).toEqual([{ state: 'absent', loaded: 0 }]);
    await expect(keeper.filesOf(one.sound)).rejects.toMatchObject({ code: 'damaged' });
    await bringAll(one);
    expect(await look(one.sound)).toMatchObject([{ state: 'whole' }]);
  });
});

describe('the device', () => {
  it.each(['none', 'throws'] as const)('that keeps nothing has nothing: its cache %s', async (cache) => {
    fake.cache = cache;
    expect(await look(one.sound)).toEqual([{ state: 'absent', loaded: 0 }]);
    await keeper.remove('plan-1');
    await expect(bring(one.sound.list)).rejects.toMatchObject({ code: 'refused' });
    await expect(keeper.filesOf(one.sound)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('is asked to clear nothing when that is wanted, and not for every file', async () => {
    await bringAll(one);
    expect(fake.persisted).toBe(0);
    await keeper.persist();
    expect(fake.persisted).toBe(1);
  });

  it('says how much room there is', async () => {
    expect(await keeper.room()).toEqual({ used: 5, left: 4, persistence: 'persistent' });
  });

  it('passes on to other windows that something has changed, and hears it from them', () => {
    let heard = 0;
    keeper.onTold(() => {
      heard += 1;
    });
    keeper.tell();
    tell?.();
    expect([posted, heard]).toEqual([['changed'], 1]);
  });
});
