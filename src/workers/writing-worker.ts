/** The worker that writes books to take along: a long one takes longer than the page may be busy. */
import { type WritingRequest, type WritingResponse, writeBook } from './write-book.ts';

/** What is needed of a dedicated worker's own scope; the page's types are in force in this project. */
interface WorkerScope {
  postMessage(message: WritingResponse, transfer: readonly Transferable[]): void;
  onmessage: ((event: MessageEvent<WritingRequest>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  writeBook(data).then(
    (bytes) => scope.postMessage({ ok: true, bytes }, [bytes.buffer]),
    (error: unknown) => scope.postMessage({ ok: false, message: String(error) }, []),
  );
};
