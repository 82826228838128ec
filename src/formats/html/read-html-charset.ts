/** From an HTML file's bytes to its text: what the file says of its encoding, held against its bytes. */
import { type DecodedText, decodeText } from '../text/decode.ts';

export type DecodedHtml =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: { readonly code: 'unknown-encoding' | 'binary' } };

/** A declaration stands within so many bytes (HTML §4.2.5.4). */
const DECLARED_WITHIN = 1024;
const DECLARATION =
  /<meta\s[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)/iu;

/** Programs of old declared these whatever they wrote, and any bytes decode by them. */
const UNSURE = new Set(['windows-1252', 'iso-8859-1', 'macintosh']);

const JAPANESE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
const KANA_OR_KANJI = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/gu;
/** Half-width kana and what no text holds: what EUC-JP read as Shift_JIS looks like, and the other way round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds is what is looked for
const IMPLAUSIBLE = /[\uff61-\uff9f\u0080-\u009f\ufffd\u0000-\u0008]/gu;

/**
 * Goes by the byte order mark; then by the declaration, unless the bytes are none of that encoding, or are UTF-8 with
 * Japanese in it, which they never are by chance; then as for a plain text, with EUC-JP and ISO-2022-JP beside.
 */
export function decodeHtml(bytes: Uint8Array): DecodedHtml {
  const plain = decodeText(bytes);
  if (isMarked(bytes) || (!plain.ok && plain.error.code === 'binary')) return textOf(plain);
  const declared = declaredEncoding(bytes);
  const utf8 = decode(bytes, 'utf-8');
  const isSurelyUtf8 = utf8 !== null && JAPANESE.test(utf8);
  if (declared !== null && declared !== 'utf-8' && !UNSURE.has(declared) && !isSurelyUtf8) {
    const text = decode(bytes, declared);
    if (text !== null) return { ok: true, text };
  }
  if (utf8 !== null && !utf8.includes('\u001b$')) return { ok: true, text: utf8 };
  const guesses = ['shift_jis', 'euc-jp', 'iso-2022-jp'].map((encoding) => decode(bytes, encoding));
  const [likeliest] = guesses
    .filter((text) => text !== null)
    .map((text) => ({ text, likeness: likenessOf(text) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness);
  if (likeliest !== undefined) return { ok: true, text: likeliest.text };
  const western = declared !== null && UNSURE.has(declared) ? decode(bytes, declared) : null;
  return western === null ? textOf(plain) : { ok: true, text: western };
}

function isMarked([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xef && second === 0xbb && third === 0xbf) ||
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff)
  );
}

/** The encoding's name as `TextDecoder` calls it; `null` where none is declared, or none that is known. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_WITHIN));
  const match = DECLARATION.exec(start);
  const label = match?.[1] ?? match?.[2];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // Whoever can read the declaration as ASCII isn't reading UTF-16 (HTML §13.2.3.2).
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** More kana and kanji than what a wrong guess leaves. */
function likenessOf(text: string): number {
  return (text.match(KANA_OR_KANJI)?.length ?? 0) - 3 * (text.match(IMPLAUSIBLE)?.length ?? 0);
}

function textOf(decoded: DecodedText): DecodedHtml {
  return decoded.ok ? { ok: true, text: decoded.text } : decoded;
}
