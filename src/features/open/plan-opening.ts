/** From what the reader chose or typed to what is opened; what can't be opened in any case costs nothing. */
import { MAX_BYTES } from '../../formats/read-document.ts';
import type { Draft } from './draft.ts';
import type { Opening, OpeningError } from './open-types.ts';

/** What is needed of a `File`. */
export interface ChosenFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Rejects where the file is gone or may not be read. */
export async function planFile(file: ChosenFile): Promise<Opening | OpeningError> {
  if (file.size > MAX_BYTES) return { code: 'too-large' };
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export function planText({ title, text }: Draft): Opening | OpeningError {
  return text.trim() === '' ? { code: 'empty' } : { title: title.trim(), text };
}
