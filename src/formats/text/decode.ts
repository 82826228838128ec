/** From bytes to text: which encoding a Japanese text file has. */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis';

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding }
  /** `binary`: no text at all. `unknown-encoding`: perhaps a text, but in none of the four encodings. */
  | { readonly ok: false; readonly error: { readonly code: 'unknown-encoding' | 'binary' } };

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds is what is looked for
const NOT_IN_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/u;
const HALF_WIDTH_KANA = /[\uff61-\uff9f]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what the range says
const BEYOND_ASCII = /[^\u0000-\u007f]/gu;
/** How ISO-2022-JP, which is ASCII byte for byte, turns to kanji: ESC $. */
const ESCAPE_TO_KANJI = '\u001b$';

/**
 * Goes by the byte order mark where there is one; else UTF-8 if every byte fits, else Shift_JIS (as Windows writes it)
 * if every byte fits and the outcome looks like a text. NUL bytes mean a binary file. No bytes are an empty text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = encodingByMark(bytes);
  if (marked !== null) return result(decode(bytes, marked), marked);
  if (bytes.includes(0)) return { ok: false, error: { code: 'binary' } };
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return result(utf8.includes(ESCAPE_TO_KANJI) ? null : utf8, 'utf-8');
  const japanese = decode(bytes, 'shift_jis');
  return result(japanese !== null && isPlausible(japanese) ? japanese : null, 'shift_jis');
}

function encodingByMark(bytes: Uint8Array): TextEncoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** The text without its byte order mark, or `null` where the bytes aren't in the encoding. */
function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Almost any bytes are Shift_JIS; EUC-JP comes out as half-width kana for the most part, and binary data with control
 * characters. Real texts hold hardly any of either.
 */
function isPlausible(text: string): boolean {
  if (NOT_IN_TEXT.test(text)) return false;
  const beyond = text.match(BEYOND_ASCII)?.length ?? 0;
  const halfWidth = text.match(HALF_WIDTH_KANA)?.length ?? 0;
  return halfWidth <= beyond / 3;
}

function result(text: string | null, encoding: TextEncoding): DecodedText {
  return text === null ? { ok: false, error: { code: 'unknown-encoding' } } : { ok: true, text, encoding };
}
