/** Text to HTML. Everything that the writer puts into a page goes through here; nothing in a book is markup. */

const SPECIAL = /[&<>"']/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that HTML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const NOT_PLAIN = /[&<>"'\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]/;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * The text as HTML, right for element content and quoted attributes alike. Control characters that HTML forbids and
 * unpaired surrogates become U+FFFD, one for one.
 */
export function escapeHtml(text: string): string {
  // Almost every piece of a book is plain; only the others are worth the three passes.
  if (!NOT_PLAIN.test(text)) return text;
  return toShowable(text).replace(SPECIAL, (character) => ENTITIES[character] ?? '');
}

/** The text with U+FFFD in place of what can't be shown: what a page's text is, compared with the book's. */
export function toShowable(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(FORBIDDEN, '\ufffd');
}
