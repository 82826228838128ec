/** The port through which small texts are kept on the device. Synchronous, so that nothing is lost when the page is killed. */

/**
 * What became of a write. `refused`: the browser doesn't let the page keep anything (private mode, a setting).
 * `full`: there is no room left. In both cases the text is still there for this session.
 */
export type Kept = 'kept' | 'refused' | 'full';

/** None of its functions throws, whatever the browser does. */
export interface TextStorage {
  /** What was last written under the key, in this session or before; `null` where there is nothing. */
  read(key: string): string | null;
  write(key: string, value: string): Kept;
  remove(key: string): void;
  /** Calls `listener` when another tab has changed the key; the returned function ends that. */
  watch(key: string, listener: () => void): () => void;
}
