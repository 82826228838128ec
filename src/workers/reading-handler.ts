/** The reading worker without its worker: takes requests, posts responses. One piece of work at a time. */
import type { Book } from '../book/book.ts';
import { type DocumentOptions, type DocumentResult, readDocument } from '../formats/read-document.ts';
import { type AddReadingsOptions, addReadings } from '../japanese/add-readings.ts';
import type { ReadingEngine } from '../japanese/readings.ts';
import { type BookStorage, BookStorageError } from '../library/book-storage.ts';
import { entryOf } from '../library/own-books.ts';
import type { DictionaryStore } from './dictionary-store.ts';
import { DictionaryError } from './fetch-piece.ts';
import type { ReadingError, ReadingProgress, ReadingRequest, ReadingResponse } from './protocol.ts';

export interface ReadingHandlerPorts {
  readonly post: (response: ReadingResponse) => void;
  readonly dictionary: Pick<DictionaryStore, 'load' | 'clear'>;
  /** Rejects where these bytes are no dictionary. */
  readonly createEngine: (dictionary: ArrayBuffer) => Promise<ReadingEngine>;
  readonly storage: Pick<BookStorage, 'put'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly addReadings?: (book: Book, engine: ReadingEngine, options: AddReadingsOptions) => Promise<Book>;
}

/** The page hears of progress no more often than it moves to the eye; each step costs it a frame. Milliseconds. */
const BETWEEN_STEPS = 100;

type Work = Exclude<ReadingRequest, { readonly type: 'abort' }>;
type Reading = Exclude<Work, { readonly type: 'prepare' }>;

/** The function that takes each request; its promise, which never rejects, is over when the work is. */
export function createReadingHandler(ports: ReadingHandlerPorts): (request: ReadingRequest) => Promise<void> {
  const running = new Map<number, AbortController>();
  let engine: ReadingEngine | null = null;
  /** What the page was last told of how far it is. */
  let told: { readonly id: number; readonly stage: string; readonly at: number } | null = null;

  const fetchEngine = async (id: number, signal: AbortSignal): Promise<ReadingEngine> => {
    if (engine !== null) return engine;
    const bytes = await ports.dictionary.load(dictionaryOptions(id, signal));
    try {
      engine = await ports.createEngine(bytes);
    } catch (cause) {
      // What is kept can't be used, so the next try fetches it anew.
      await ports.dictionary.clear();
      throw new DictionaryError('The dictionary is damaged.', { cause });
    }
    return engine;
  };

  const progress = (id: number, value: ReadingProgress): void => {
    const now = ports.now();
    const before = told?.id === id && told.stage === value.stage ? told.at : Number.NEGATIVE_INFINITY;
    if (value.fraction < 1 && now - before < BETWEEN_STEPS) return;
    told = { id, stage: value.stage, at: now };
    ports.post({ type: 'progress', id, ...value });
  };

  const dictionaryOptions = (id: number, signal: AbortSignal) => ({
    signal,
    onProgress: (bytes: { readonly loaded: number; readonly total: number }): void =>
      progress(id, { stage: 'dictionary', fraction: bytes.loaded / bytes.total, bytes }),
  });

  const run = async (work: Work, signal: AbortSignal): Promise<ReadingResponse> => {
    const { id } = work;
    if (work.type === 'prepare') {
      await ports.dictionary.load(dictionaryOptions(id, signal));
      return { type: 'prepared', id };
    }
    const read = await documentOf(work);
    if (!read.ok) return { type: 'failed', id, error: read.error };
    signal.throwIfAborted();
    const ready = await fetchEngine(id, signal);
    const book = await (ports.addReadings ?? addReadings)(read.book, ready, {
      signal,
      onProgress: (fraction) => progress(id, { stage: 'reading', fraction }),
    });
    signal.throwIfAborted();
    return keep(work, book);
  };

  const keep = async (work: Reading, book: Book): Promise<ReadingResponse> => {
    const { id } = work;
    const entry = entryOf(book, work.name, ports.now());
    try {
      await ports.storage.put(entry, book);
      return { type: 'kept', id, entry };
    } catch (error) {
      if (!(error instanceof BookStorageError)) throw error;
      return { type: 'unkept', id, entry, book };
    }
  };

  return async (request) => {
    if (request.type === 'abort') {
      running.get(request.id)?.abort();
      return;
    }
    const { id } = request;
    const controller = new AbortController();
    running.set(id, controller);
    const response = await run(request, controller.signal).catch(
      (error: unknown): ReadingResponse => ({
        type: 'failed',
        id,
        error: controller.signal.aborted ? { code: 'aborted' } : errorOf(error),
      }),
    );
    running.delete(id);
    ports.post(response);
  };
}

function documentOf(work: Reading): Promise<DocumentResult> {
  const options: DocumentOptions = work.title === undefined ? {} : { title: work.title };
  if (work.type === 'open') return readDocument(work, options);
  // What is pasted has no ending, and a point in its name is none.
  return readDocument({ name: `${work.name}.txt`, bytes: new TextEncoder().encode(work.text) }, options);
}

function errorOf(error: unknown): ReadingError {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: error instanceof DictionaryError ? 'dictionary-unavailable' : 'failed', detail };
}
