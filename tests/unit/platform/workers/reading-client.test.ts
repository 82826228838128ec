import { describe, expect, it } from 'vitest';
import { BOOK_VERSION, type Book } from '../../../../src/book/book.ts';
import type { OwnBookEntry } from '../../../../src/library/book-storage.ts';
import { createReadingClient, type WorkerLike } from '../../../../src/platform/workers/reading-client.ts';
import type { ReadingRequest, ReadingResponse } from '../../../../src/workers/protocol.ts';

const book: Book = {
  version: BOOK_VERSION,
  id: 'doc-a',
  metadata: { title: '題', language: 'ja', creators: [] },
  title: [],
  sections: [],
};
const entry: OwnBookEntry = { id: 'doc-a', title: '題', name: 'a.txt', added: 1, characters: 2 };
const file = { name: 'a.txt', bytes: new Uint8Array([1]) };

interface FakeWorker extends WorkerLike {
  readonly requests: ReadingRequest[];
  ended: boolean;
}

/** `waits`: tasks of their own are kept in `tasks` instead of being done at once. */
function setUp({ waits = false } = {}) {
  const workers: FakeWorker[] = [];
  const timers = new Map<number, { readonly callback: () => void; readonly delay: number }>();
  const starting = { fails: false };
  const tasks: (() => void)[] = [];
  const client = createReadingClient({
    startWorker: () => {
      if (starting.fails) throw new Error('no workers here');
      const requests: ReadingRequest[] = [];
      const worker: FakeWorker = {
        requests,
        ended: false,
        onmessage: null,
        onerror: null,
        postMessage: (request) => requests.push(request),
        terminate: () => {
          worker.ended = true;
        },
      };
      workers.push(worker);
      return worker;
    },
    soon: (work) => {
      if (waits) tasks.push(work);
      else work();
    },
    clock: {
      setTimeout: (callback, delay) => {
        const handle = timers.size + 1;
        timers.set(handle, { callback, delay });
        return handle;
      },
      clearTimeout: (handle) => timers.delete(handle as number),
    },
    dictionaryState: async () => 'partial',
  });
  const worker = (index = 0): FakeWorker => {
    const found = workers[index];
    if (found === undefined) throw new Error(`There is no worker ${index}.`);
    return found;
  };
  const answer = (response: ReadingResponse, index = 0) =>
    worker(index).onmessage?.({ data: response } as MessageEvent<ReadingResponse>);
  const read = (id: number): ReadingResponse => ({ type: 'kept', id, entry });
  return { client, workers, worker, timers, tasks, starting, answer, read };
}

describe('createReadingClient', () => {
  it('starts no worker until there is something to do', () => {
    expect(setUp().workers).toHaveLength(0);
  });

  it('starts its worker in a task of its own', async () => {
    const { client, workers, worker, tasks, answer, read } = setUp({ waits: true });
    const one = client.openDocument(file);
    const other = client.openDocument(file);
    expect(workers).toHaveLength(0);
    for (const task of tasks.splice(0)) task();
    expect(worker().requests.map(({ id }) => id)).toEqual([1]);
    answer(read(1));
    expect(await one).toMatchObject({ ok: true });
    // The worker is there, and needs no task.
    expect(worker().requests.map(({ id }) => id)).toEqual([1, 2]);
    answer(read(2));
    expect(await other).toMatchObject({ ok: true });
  });

  it('never asks for what was aborted, or disposed of, before the worker was started', async () => {
    const { client, workers, worker, tasks, answer, read } = setUp({ waits: true });
    const controller = new AbortController();
    const aborted = client.openDocument(file, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(aborted).rejects.toThrow('enough');
    for (const task of tasks.splice(0)) task();
    expect(workers).toHaveLength(0);
    const left = client.openDocument(file);
    client.dispose();
    expect(await left).toMatchObject({ ok: false });
    const last = client.openDocument(file);
    for (const task of tasks.splice(0)) task();
    expect(worker().requests.map(({ id }) => id)).toEqual([3]);
    answer(read(3));
    expect(await last).toMatchObject({ ok: true });
  });

  it('opens a document and passes its progress on', async () => {
    const { client, worker, answer, read } = setUp();
    const told: unknown[] = [];
    const opened = client.openDocument(file, { title: '題', onProgress: (progress) => told.push(progress) });
    expect(worker().requests).toEqual([{ type: 'open', id: 1, ...file, title: '題' }]);
    answer({ type: 'progress', id: 1, stage: 'reading', fraction: 0.5 });
    answer(read(1));
    expect(await opened).toEqual({ ok: true, entry, book: null });
    expect(told).toMatchObject([{ stage: 'reading', fraction: 0.5 }]);
  });

  it('hands on a book that the device did not keep', async () => {
    const { client, answer } = setUp();
    const opened = client.openDocument(file);
    answer({ type: 'unkept', id: 1, entry, book });
    expect(await opened).toEqual({ ok: true, entry, book });
  });

  it('passes text and errors on', async () => {
    const { client, worker, answer } = setUp();
    const opened = client.openText('本文', '名');
    expect(worker().requests).toEqual([{ type: 'read-text', id: 1, name: '名', text: '本文' }]);
    answer({ type: 'failed', id: 1, error: { code: 'empty' } });
    expect(await opened).toEqual({ ok: false, error: { code: 'empty' } });
  });

  it('fetches the dictionary, and says what is there', async () => {
    const { client, answer } = setUp();
    const fetched = client.fetchDictionary();
    answer({ type: 'prepared', id: 1 });
    expect(await fetched).toEqual({ ok: true });
    expect(await client.dictionaryState()).toBe('partial');
  });

  it('gives the worker one thing at a time, in order', async () => {
    const { client, worker, answer, read } = setUp();
    const one = client.openDocument(file);
    const other = client.openDocument(file);
    expect(worker().requests).toHaveLength(1);
    answer(read(1));
    await one;
    expect(worker().requests.map(({ id }) => id)).toEqual([1, 2]);
    answer(read(2));
    expect(await other).toMatchObject({ ok: true });
  });

  it('rejects at once when it is aborted, tells the worker, and waits for it before the next', async () => {
    const { client, worker, answer, read } = setUp();
    const controller = new AbortController();
    const one = client.openDocument(file, { signal: controller.signal });
    const other = client.openDocument(file);
    controller.abort(new Error('enough'));
    await expect(one).rejects.toThrow('enough');
    expect(worker().requests.map(({ type }) => type)).toEqual(['open', 'abort']);
    answer({ type: 'failed', id: 1, error: { code: 'aborted' } });
    answer(read(2));
    expect(await other).toMatchObject({ ok: true });
  });

  it('never asks the worker for what was aborted while it waited, or before', async () => {
    const { client, worker, answer, read } = setUp();
    const controller = new AbortController();
    const one = client.openDocument(file);
    const other = client.openDocument(file, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(other).rejects.toThrow('enough');
    await expect(client.openDocument(file, { signal: controller.signal })).rejects.toThrow('enough');
    answer(read(1));
    await one;
    expect(worker().requests.map(({ id }) => id)).toEqual([1]);
  });

  it('ends the worker after a minute of idleness, and starts another at the next need', async () => {
    const { client, worker, workers, timers, answer, read } = setUp();
    const one = client.openDocument(file);
    expect(timers.size).toBe(0);
    answer(read(1));
    await one;
    expect([...timers.values()].map(({ delay }) => delay)).toEqual([60_000]);
    for (const { callback } of timers.values()) callback();
    expect(worker().ended).toBe(true);
    const other = client.openDocument(file);
    expect(workers).toHaveLength(2);
    answer(read(2), 1);
    expect(await other).toMatchObject({ ok: true });
  });

  it('keeps the worker when there is work before the minute is over', async () => {
    const { client, workers, timers, answer, read } = setUp();
    const one = client.openDocument(file);
    answer(read(1));
    await one;
    void client.openDocument(file);
    expect(timers.size).toBe(0);
    expect(workers).toHaveLength(1);
  });

  it('fails the work of a worker that crashed, and goes on with a new one', async () => {
    const { client, worker, answer, read } = setUp();
    const one = client.openDocument(file);
    const other = client.openDocument(file);
    worker().onerror?.({ message: 'out of memory' } as ErrorEvent);
    expect(await one).toEqual({ ok: false, error: { code: 'failed', detail: 'out of memory' } });
    expect(worker().ended).toBe(true);
    answer(read(1));
    answer(read(2), 1);
    expect(await other).toMatchObject({ ok: true });
  });

  it('fails where the browser starts no worker', async () => {
    const { client, starting } = setUp();
    starting.fails = true;
    expect(await client.openDocument(file)).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(await client.openDocument(file)).toMatchObject({ ok: false, error: { code: 'failed' } });
  });

  it('fails everything that is under way when it is disposed of', async () => {
    const { client, worker } = setUp();
    const all = [client.openDocument(file), client.openDocument(file)];
    client.dispose();
    expect((await Promise.all(all)).map(({ ok }) => ok)).toEqual([false, false]);
    expect(worker().ended).toBe(true);
  });
});
