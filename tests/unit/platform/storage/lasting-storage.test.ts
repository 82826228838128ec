import { describe, expect, it } from 'vitest';
import {
  createLastingStorage,
  type Journal,
  type JournalEntry,
} from '../../../../src/platform/storage/lasting-storage.ts';
import { createFakeStorage } from '../../library/fake-storage.ts';

/** The disk: a journal that lasts, and a `localStorage` of which a kill leaves an earlier state. */
function createDisk() {
  const journal = new Map<string, JournalEntry>();
  return {
    journal,
    start(texts: Readonly<Record<string, string>>, now = () => 1000) {
      const port: Journal = {
        entries: async () => [...journal.values()],
        write: (entry) => void journal.set(entry.key, entry),
      };
      const storage = createFakeStorage(texts);
      return { storage, lasting: createLastingStorage(storage, port, now) };
    },
  };
}

describe('createLastingStorage', () => {
  it('brings back what the browser had not yet written when it was killed, and says so', async () => {
    const disk = createDisk();
    const before = disk.start({});
    before.lasting.write('place', 'first');
    const written = { place: 'first', 'place.at': before.storage.read('place.at') ?? '' };
    before.lasting.write('place', 'second');

    const { lasting } = disk.start(written);
    const heard: string[] = [];
    lasting.watch('place', () => heard.push(lasting.read('place') ?? ''));
    lasting.watch('other', () => heard.push('other'));
    expect(lasting.read('place')).toBe('first');
    await lasting.recovered;
    expect(lasting.read('place')).toBe('second');
    expect(heard).toEqual(['second']);
  });

  it('leaves alone what is as it was', async () => {
    const disk = createDisk();
    const before = disk.start({});
    before.lasting.write('place', 'text');
    const { lasting } = disk.start({ place: 'text', 'place.at': before.storage.read('place.at') ?? '' });
    let heard = 0;
    lasting.watch('place', () => heard++);
    await lasting.recovered;
    expect([lasting.read('place'), heard]).toEqual(['text', 0]);
  });

  it('keeps the newer text where the journal is behind', async () => {
    const disk = createDisk();
    disk.journal.set('place', { key: 'place', text: 'old', at: 5 });
    const { lasting } = disk.start({ place: 'new', 'place.at': '6' });
    await lasting.recovered;
    expect(lasting.read('place')).toBe('new');
  });

  it('keeps what was written before the journal had answered', async () => {
    const disk = createDisk();
    disk.journal.set('place', { key: 'place', text: 'lost', at: 900 });
    const { lasting } = disk.start({ place: 'older', 'place.at': '800' });
    lasting.write('place', 'now');
    await lasting.recovered;
    expect(lasting.read('place')).toBe('now');
  });

  it('knows that a text was removed', async () => {
    const disk = createDisk();
    const before = disk.start({});
    before.lasting.write('draft', 'text');
    const stamp = before.storage.read('draft.at') ?? '';
    before.lasting.remove('draft');
    const { lasting } = disk.start({ draft: 'text', 'draft.at': stamp });
    await lasting.recovered;
    expect(lasting.read('draft')).toBeNull();
  });

  it('takes the later change for the later one where the clock was put back', async () => {
    const disk = createDisk();
    let time = 5000;
    const before = disk.start({}, () => time);
    before.lasting.write('place', 'first');
    const stamp = before.storage.read('place.at') ?? '';
    time = 10;
    before.lasting.write('place', 'second');
    const { lasting } = disk.start({ place: 'first', 'place.at': stamp });
    await lasting.recovered;
    expect(lasting.read('place')).toBe('second');
  });

  it('goes on without a journal, and tells how the storage answered', async () => {
    const storage = createFakeStorage({ place: 'text' });
    const journal: Journal = { entries: () => Promise.reject(new Error('no')), write: () => {} };
    const lasting = createLastingStorage(storage, journal);
    await expect(lasting.recovered).resolves.toBeUndefined();
    expect(lasting.read('place')).toBe('text');
    storage.answer = 'full';
    expect(lasting.write('place', 'next')).toBe('full');
  });

  it('tells no watcher that has gone', async () => {
    const disk = createDisk();
    disk.journal.set('place', { key: 'place', text: 'lost', at: 900 });
    const { lasting, storage } = disk.start({});
    let heard = 0;
    lasting.watch('place', () => heard++)();
    await lasting.recovered;
    storage.writeElsewhere('place', 'x');
    expect(heard).toBe(0);
  });
});
