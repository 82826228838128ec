/** What the press can't go on from: a code for programs, and what to do about it in plain Japanese for the officer. */

export type PressErrorCode =
  | 'no-such-input'
  | 'unreadable-input'
  | 'bad-option'
  | 'program-missing'
  | 'voice-missing'
  | 'voice-damaged'
  | 'too-many-readings'
  | 'dictionary-failed'
  | 'speech-failed'
  | 'encoding-failed'
  | 'disk-full'
  | 'not-writable'
  | 'recordings-outdated'
  | 'interrupted'
  /** What was made doesn't keep its own rules; the report says which. */
  | 'book-faulty'
  /** A fault of the program's own. */
  | 'unexpected';

export class PressError extends Error {
  override readonly name = 'PressError';
  readonly code: PressErrorCode;

  /** `message` is for the officer, in Japanese. */
  constructor(code: PressErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
