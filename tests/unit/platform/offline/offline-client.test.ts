import { describe, expect, test } from 'vitest';
import { refusing, setUp } from './fakes.ts';

const quiet = () => false;
const aloud = () => true;

describe('the first visit', () => {
  test('tells how far it is, and then that everything is on the device', async () => {
    const { client, progress, becomeReady } = setUp('first');
    const seen: unknown[] = [];
    client.subscribe(() => seen.push(client.getSnapshot()));
    expect(client.getSnapshot()).toEqual({ state: 'installing', progress: null, update: 'none' });
    await client.register();
    progress(1, 2);
    progress(2, 2);
    await becomeReady();
    expect(seen).toEqual([
      { state: 'installing', progress: { done: 1, total: 2 }, update: 'none' },
      { state: 'installing', progress: { done: 2, total: 2 }, update: 'none' },
      { state: 'ready', progress: null, update: 'none' },
    ]);
  });

  test('never counts backwards', async () => {
    const { client, progress } = setUp('first');
    await client.register();
    progress(5, 9);
    progress(3, 9);
    expect(client.getSnapshot().progress).toEqual({ done: 5, total: 9 });
  });

  test('begins only when the page is at rest', async () => {
    let rest: () => void = () => undefined;
    const idle = new Promise<void>((fulfil) => {
      rest = fulfil;
    });
    const { client, workbox } = setUp('first', { whenIdle: () => idle });
    const registered = client.register();
    await Promise.resolve();
    expect(workbox().calls).toEqual([]);
    rest();
    await registered;
    expect(workbox().calls).toEqual(['register true']);
  });

  test('that is taken over by its new service worker is not loaded again', async () => {
    const { client, workbox, reloads } = setUp('first');
    await client.register();
    workbox().emit('controlling');
    expect(reloads()).toBe(0);
  });

  test('that breaks off has failed, and can be tried again', async () => {
    const { client, workbox, workboxes, progress, becomeReady } = setUp('first');
    await client.register();
    progress(1, 2);
    workbox().emit('redundant');
    expect(client.getSnapshot()).toEqual({ state: 'failed', progress: null, update: 'none' });
    await client.register();
    expect(workboxes).toHaveLength(2);
    expect(client.getSnapshot().state).toBe('installing');
    await becomeReady();
    expect(client.getSnapshot().state).toBe('ready');
  });

  test('that the browser refuses has failed', async () => {
    const { client } = setUp('first', { createWorkbox: async () => refusing() });
    await client.register();
    expect(client.getSnapshot().state).toBe('failed');
  });

  test('is registered once, however often that is asked for', async () => {
    const { client, workboxes } = setUp('first');
    await Promise.all([client.register(), client.register()]);
    await client.register();
    expect(workboxes).toHaveLength(1);
  });
});

describe('a later visit', () => {
  test('is ready from the beginning, and tells the service worker that it has loaded', async () => {
    const { client, sent } = setUp('later');
    expect(client.getSnapshot().state).toBe('ready');
    await client.register();
    expect(sent).toEqual([{ type: 'PAGE_LOADED' }]);
  });

  test.each(['redundant', 'waiting'] as const)('stays ready when a new version is %s', async (event) => {
    const { client, workbox, progress } = setUp('later');
    await client.register();
    progress(1, 2);
    workbox().emit(event);
    expect(client.getSnapshot()).toMatchObject({ state: 'ready', progress: null });
  });

  test('stays ready when it cannot be registered again', async () => {
    const { client, workboxes } = setUp('later');
    const registered = client.register();
    for (const workbox of workboxes) workbox.registering = () => Promise.reject(new Error('refused'));
    await registered;
    expect(client.getSnapshot().state).toBe('ready');
  });

  test('looks for a new version when asked, and lives with having no network', async () => {
    const { client, workbox } = setUp('later');
    await client.register();
    workbox().updating = () => Promise.reject(new TypeError('no network'));
    await client.checkForUpdate();
    expect(workbox().calls).toEqual(['register true', 'update']);
  });
});

test('what changes nothing is not told', async () => {
  const { client, workbox, becomeReady } = setUp('later');
  const before = client.getSnapshot();
  await client.register();
  await becomeReady();
  workbox().emit('controlling');
  client.postponeUpdate();
  expect(client.getSnapshot()).toBe(before);
});

describe('an update', () => {
  async function waiting() {
    const parts = setUp('later');
    await parts.client.register();
    parts.workbox().emit('waiting');
    return parts;
  }

  test('waits until the reader consents, then loads this window again, once', async () => {
    const { client, workbox, reloads } = await waiting();
    expect(client.getSnapshot().update).toBe('waiting');
    expect(workbox().calls).not.toContain('skip waiting');
    expect(client.applyUpdate(quiet)).toBe(true);
    expect(workbox().calls).toContain('skip waiting');
    expect(reloads()).toBe(0);
    workbox().emit('controlling');
    workbox().emit('controlling');
    expect(reloads()).toBe(1);
  });

  test('never comes while something is read aloud', async () => {
    const { client, workbox, reloads } = await waiting();
    expect(client.applyUpdate(aloud)).toBe(false);
    expect(workbox().calls).not.toContain('skip waiting');
    expect(client.getSnapshot().update).toBe('waiting');
    workbox().emit('controlling');
    expect(reloads()).toBe(0);
  });

  test('does not cut off what began to be read aloud after the consent', async () => {
    const { client, workbox, reloads } = await waiting();
    let isReading = false;
    client.applyUpdate(() => isReading);
    isReading = true;
    workbox().emit('controlling');
    expect(reloads()).toBe(0);
    expect(client.getSnapshot()).toEqual({ state: 'ready', progress: null, update: 'none' });
  });

  test('to which another window consented leaves this one as it is', async () => {
    const { client, workbox, reloads } = await waiting();
    workbox().emit('controlling');
    expect(reloads()).toBe(0);
    expect(client.getSnapshot().update).toBe('none');
  });

  test('that was put off is not offered again in this window', async () => {
    const { client, workbox } = await waiting();
    client.postponeUpdate();
    expect(client.getSnapshot().update).toBe('none');
    expect(client.applyUpdate(quiet)).toBe(false);
    expect(workbox().calls).not.toContain('skip waiting');
  });

  test('that is not there cannot be applied', async () => {
    const { client, workbox } = setUp('later');
    expect(client.applyUpdate(quiet)).toBe(false);
    await client.register();
    expect(client.applyUpdate(quiet)).toBe(false);
    expect(workbox().calls).not.toContain('skip waiting');
  });
});

test('a browser without service workers is told apart, and nothing is tried', async () => {
  const { client, workboxes } = setUp('first', { navigator: {} });
  expect(client.getSnapshot().state).toBe('unsupported');
  await client.register();
  await client.checkForUpdate();
  expect(workboxes).toEqual([]);
});

describe('the books on the device', () => {
  const books = [
    { id: 'plan-4', address: '/books/plan-4.00aa00aa00.json' },
    { id: 'plan-5', address: '/books/plan-5.11bb11bb11.json' },
    { id: 'guide', address: '/books/guide.22cc22cc22.json' },
  ];
  const urls = [
    'https://example.jp/read/plan-5/index.html?__WB_REVISION__=1',
    'https://example.jp/books/plan-5.11bb11bb11.json',
    'https://example.jp/read/plan-4/index.html?__WB_REVISION__=1',
    'https://example.jp/books/plan-4.ffffffffff.json',
    'https://example.jp/books/guide.22cc22cc22.json',
  ];
  const caches = { open: async () => ({ keys: async () => urls.map((url) => ({ url })) }) };

  test('are those whose page and present text are both there', async () => {
    const { client } = setUp('later', { books, caches });
    expect([...(await client.onDevice())]).toEqual(['plan-5']);
  });

  test('are none before the first visit is complete', async () => {
    const { client } = setUp('first', { books, caches });
    expect([...(await client.onDevice())]).toEqual([]);
  });

  test.each([
    ['are none where the browser has no caches', undefined],
    [
      'are none where storage is refused',
      { open: () => Promise.reject(new DOMException('', 'SecurityError')) },
    ],
  ])('%s', async (_, refused) => {
    const { client } = setUp('later', { books, caches: refused });
    expect([...(await client.onDevice())]).toEqual([]);
  });
});
