/** A small value kept as JSON under one key, shared with other tabs. Damaged text is set aside, never thrown away. */
import type { Kept, TextStorage } from './text-storage.ts';

export interface Parsed<T> {
  readonly value: T;
  /** True where something had to be left out. */
  readonly damaged: boolean;
}

export interface KeptJson<T> {
  /** What the device holds now, other tabs' changes included. */
  read(): Parsed<T>;
  /** `json` is what `parse` will get; it must be plain. */
  write(json: unknown): Kept;
  /** Calls `listener` when another tab has written; the returned function ends that. */
  watch(listener: () => void): () => void;
}

/**
 * - `parse` gets whatever the JSON held (`undefined` where nothing is kept) and never throws.
 * - Text that is damaged is copied to `<key>.damaged` before anything is written over it, so that it can be mended by hand.
 */
export function createKeptJson<T>(
  storage: TextStorage,
  key: string,
  parse: (value: unknown) => Parsed<T>,
): KeptJson<T> {
  const read = (): Parsed<T> & { readonly text: string | null } => {
    const text = storage.read(key);
    return { ...parseText(text, parse), text };
  };
  return {
    read,
    write: (json) => {
      const { damaged, text } = read();
      if (damaged && text !== null) storage.write(`${key}.damaged`, text);
      return storage.write(key, JSON.stringify(json));
    },
    watch: (listener) => storage.watch(key, listener),
  };
}

function parseText<T>(text: string | null, parse: (value: unknown) => Parsed<T>): Parsed<T> {
  if (text === null) return parse(undefined);
  try {
    return parse(JSON.parse(text));
  } catch {
    return { value: parse(undefined).value, damaged: true };
  }
}

/** The fields of an object, or `null` for anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  // Spread, so that nothing inherited counts as a field.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
