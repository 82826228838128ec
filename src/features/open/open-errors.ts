/** What is said when a document can't be opened: what happened, what was kept, what to do now. */
import { MAX_BYTES } from '../../formats/read-document.ts';
import { sizeText } from '../../i18n/size-text.ts';
import type { TextKey, TextParameters } from '../../i18n/use-text.ts';
import type { OpeningErrorCode } from './open-types.ts';

/** Exhaustive: an error without its words doesn't compile. */
export const ERROR_TEXTS: Readonly<Record<OpeningErrorCode, TextKey>> = {
  empty: 'open.errors.empty',
  'too-large': 'open.errors.too-large',
  'unknown-format': 'open.errors.unknown-format',
  'unknown-encoding': 'open.errors.unknown-encoding',
  binary: 'open.errors.binary',
  'dictionary-unavailable': 'open.errors.dictionary-unavailable',
  'storage-full': 'open.errors.storage-full',
  'storage-refused': 'open.errors.storage-refused',
  aborted: 'open.stopped',
  failed: 'open.errors.failed',
};

/** What the errors' texts ask for. `language` is BCP 47. */
export function errorParameters(language: string): TextParameters {
  return { limit: sizeText(MAX_BYTES, language) };
}
