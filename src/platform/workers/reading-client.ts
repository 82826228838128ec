/** The reading worker as promises. The worker is started at the first need and ended when it has been idle for a while. */
import type { Book } from '../../book/book.ts';
import type { OwnBookEntry } from '../../library/book-storage.ts';
import type { Clock } from '../../narration/clock.ts';
import type {
  ReadingError,
  ReadingProgress,
  ReadingRequest,
  ReadingResponse,
} from '../../workers/protocol.ts';

export interface ReadingOptions {
  /** Aborted, the promise rejects with the signal's reason at once. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
}

export interface OpenDocumentOptions extends ReadingOptions {
  /** Goes before what the document says of itself. */
  readonly title?: string;
}

export type OpenedDocument =
  /** It is on the device; `book` is `null`. Where the device didn't keep it, it is here instead. */
  | { readonly ok: true; readonly entry: OwnBookEntry; readonly book: Book | null }
  | { readonly ok: false; readonly error: ReadingError };

export type FetchedDictionary = { readonly ok: true } | { readonly ok: false; readonly error: ReadingError };

/** Pieces of work are done one after the other, in the order in which they were asked for. */
export interface ReadingClient {
  /** A file to a Book with readings, kept on the device. The bytes stay the caller's. */
  openDocument(
    file: { readonly name: string; readonly bytes: Uint8Array },
    options?: OpenDocumentOptions,
  ): Promise<OpenedDocument>;
  /** The same for plain text; `name` is its title where none is given. */
  openText(text: string, name: string, options?: OpenDocumentOptions): Promise<OpenedDocument>;
  /** Whether the dictionary is on the device; asks neither the network nor the worker. */
  dictionaryState(): Promise<'absent' | 'partial' | 'ready'>;
  /** Fetches what is missing of the dictionary, so that a document can be opened without a network later. */
  fetchDictionary(options?: ReadingOptions): Promise<FetchedDictionary>;
  /** Ends the worker; work that is under way fails. */
  dispose(): void;
}

/** What is needed of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<ReadingResponse>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ReadingRequest): void;
  terminate(): void;
}

export interface ReadingClientPorts {
  /** May throw, where the browser starts no worker. */
  readonly startWorker: () => WorkerLike;
  /** Does something in a task of its own: to start a worker takes as long as a press may. */
  readonly soon: (work: () => void) => void;
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly dictionaryState: ReadingClient['dictionaryState'];
}

/** The dictionary takes some 30 MB of memory while the worker lives. */
const IDLE_MILLISECONDS = 60_000;

type Outcome = Exclude<ReadingResponse, { readonly type: 'progress' }>;
/** A request whose number is yet to be given, of each kind by itself. */
type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

interface Job {
  readonly request: ReadingRequest;
  readonly onProgress: ((progress: ReadingProgress) => void) | undefined;
  readonly settle: (outcome: Outcome) => void;
  readonly isAborted: () => boolean;
}

export function createReadingClient({
  startWorker,
  soon,
  clock,
  dictionaryState,
}: ReadingClientPorts): ReadingClient {
  const waiting: Job[] = [];
  let current: Job | null = null;
  let worker: WorkerLike | null = null;
  let idle: { readonly handle: unknown } | null = null;
  let lastId = 0;

  const stopIdling = (): void => {
    if (idle !== null) clock.clearTimeout(idle.handle);
    idle = null;
  };

  const endWorker = (): void => {
    stopIdling();
    worker?.terminate();
    worker = null;
  };

  const finish = (outcome: Outcome): void => {
    const job = current;
    current = null;
    job?.settle(outcome);
    next();
  };

  const crash = (detail: string): void => {
    endWorker();
    if (current !== null) finish(failure(current.request.id, detail));
  };

  const running = (): WorkerLike => {
    if (worker !== null) return worker;
    const started = startWorker();
    started.onmessage = ({ data }) => {
      // A worker that was ended may still have had something to say.
      if (worker !== started || current?.request.id !== data.id) return;
      if (data.type === 'progress') current.onProgress?.(data);
      else finish(data);
    };
    started.onerror = (event) => {
      if (worker === started) crash(event.message);
    };
    worker = started;
    return started;
  };

  const next = (): void => {
    stopIdling();
    current = waiting.shift() ?? null;
    if (current === null) {
      idle = { handle: clock.setTimeout(endWorker, IDLE_MILLISECONDS) };
      return;
    }
    const job = current;
    if (worker !== null) hand(job);
    else
      soon(() => {
        if (current === job) hand(job);
      });
  };

  const hand = ({ request, isAborted }: Job): void => {
    if (isAborted()) {
      finish(failure(request.id, 'aborted'));
      return;
    }
    try {
      running().postMessage(request);
    } catch (error) {
      crash(error instanceof Error ? error.message : String(error));
    }
  };

  const ask = (work: Unnumbered<ReadingRequest>, { signal, onProgress }: ReadingOptions): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      lastId += 1;
      const id = lastId;
      const onAbort = (): void => {
        reject(signal?.reason);
        const place = waiting.indexOf(job);
        if (place >= 0) waiting.splice(place, 1);
        // The next piece of work waits until the worker has said that this one is over.
        else if (current === job) worker?.postMessage({ type: 'abort', id });
      };
      const job: Job = {
        request: { ...work, id } as ReadingRequest,
        onProgress: (progress) => {
          if (signal?.aborted !== true) onProgress?.(progress);
        },
        settle: (outcome) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(outcome);
        },
        isAborted: () => signal?.aborted === true,
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(job);
      if (current === null) next();
    });

  return {
    openDocument: async ({ name, bytes }, { title, ...options } = {}) =>
      openedOf(await ask({ type: 'open', name, bytes, ...(title !== undefined && { title }) }, options)),
    openText: async (text, name, { title, ...options } = {}) =>
      openedOf(await ask({ type: 'read-text', name, text, ...(title !== undefined && { title }) }, options)),
    dictionaryState,
    fetchDictionary: async (options = {}) => {
      const outcome = await ask({ type: 'prepare' }, options);
      return outcome.type === 'failed' ? { ok: false, error: outcome.error } : { ok: true };
    },
    dispose: () => {
      const left = [...(current === null ? [] : [current]), ...waiting.splice(0)];
      current = null;
      endWorker();
      for (const job of left) job.settle(failure(job.request.id, 'disposed'));
    },
  };
}

function openedOf(outcome: Outcome): OpenedDocument {
  if (outcome.type === 'kept') return { ok: true, entry: outcome.entry, book: null };
  if (outcome.type === 'unkept') return { ok: true, entry: outcome.entry, book: outcome.book };
  if (outcome.type === 'failed') return { ok: false, error: outcome.error };
  throw new Error(`A document was answered with ${outcome.type}.`);
}

function failure(id: number, detail: string): Outcome {
  return { type: 'failed', id, error: { code: 'failed', detail } };
}
