/** The smallest checks of `parseBook`: values of JSON, each at its path, each the right kind or a `Mismatch`. */

export type BookErrorCode =
  /** Not the shape of a book: something is missing or of another kind. */
  | 'not-a-book'
  /** A book of another version of the model. */
  | 'wrong-version'
  /** A range outside its text, empty, unsorted, or crossing another that it may not cross. */
  | 'bad-range'
  /** An id that is no id. */
  | 'bad-id'
  /** An id that another sentence, section or page has as well. */
  | 'duplicate-id'
  /** An address that a book may not point to. */
  | 'unsafe-address'
  /** Sections, lists or boxes nested deeper than any book's. */
  | 'too-deep';

export interface BookError {
  readonly code: BookErrorCode;
  /** The way to the value, such as `sections[0].blocks[3].type`; empty for the book itself. */
  readonly path: string;
}

/** Thrown and caught within `parseBook` only. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  readonly error: BookError;

  constructor(code: BookErrorCode, path: string) {
    super(`${code} at ${path}`);
    this.error = { code, path };
  }
}

/** A JSON object under check, with typed access to what it holds. */
export interface Fields {
  readonly path: string;
  readonly has: (key: string) => boolean;
  readonly value: (key: string) => unknown;
  readonly text: (key: string) => string;
  /** A text, or `undefined` where the key is absent. */
  readonly optionalText: (key: string) => string | undefined;
  readonly boolean: (key: string) => boolean;
  readonly number: (key: string) => number;
  readonly choice: <T extends string>(key: string, choices: readonly T[]) => T;
  /** A list, each element parsed at its own path. */
  readonly list: <T>(key: string, parse: (value: unknown, path: string) => T) => T[];
}

export function fieldsOf(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Mismatch('not-a-book', path);
  const entries = new Map<string, unknown>(Object.entries(value));
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const checked = <T>(key: string, is: (found: unknown) => found is T): T => {
    const found = entries.get(key);
    if (!is(found)) throw new Mismatch('not-a-book', at(key));
    return found;
  };
  return {
    path,
    has: (key) => entries.has(key),
    value: (key) => entries.get(key),
    text: (key) => checked(key, isText),
    optionalText: (key) => (entries.has(key) ? checked(key, isText) : undefined),
    boolean: (key) => checked(key, isBoolean),
    number: (key) => checked(key, isNumber),
    choice: (key, choices) => {
      const found = choices.find((choice) => choice === entries.get(key));
      if (found === undefined) throw new Mismatch('not-a-book', at(key));
      return found;
    },
    list: (key, parse) => listAt(entries.get(key), at(key), parse),
  };
}

/** A list, each element parsed at its own path. */
export function listAt<T>(value: unknown, path: string, parse: (value: unknown, path: string) => T): T[] {
  if (!Array.isArray(value)) throw new Mismatch('not-a-book', path);
  return value.map((item: unknown, index) => parse(item, `${path}[${index}]`));
}

/** For a list of texts. */
export function textAt(value: unknown, path: string): string {
  if (!isText(value)) throw new Mismatch('not-a-book', path);
  return value;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
