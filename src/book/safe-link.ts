/**
 * The border for addresses: what a book from outside may point to. Readers of formats ask here before they keep an
 * address, `parseBook` before it accepts a stored one, and the HTML writer once more before it writes one.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what browsers skip in an address
const HIDDEN = /[\u0000-\u0020\u007f-\u009f\\]/u;

/**
 * The address itself where a link may lead there, else `null`. Allowed are http, https, mailto and tel, places on this
 * site (`/…`, not `//host`) and places in this book (`#…`); never an address that a browser would read differently
 * from how it looks (white space, control characters, backslashes).
 */
export function safeHref(address: string): string | null {
  if (HIDDEN.test(address) || address === '') return null;
  if (address.startsWith('#')) return address;
  if (address.startsWith('/')) return address.startsWith('//') ? null : address;
  if (/^(?:mailto|tel):/iu.test(address)) return address;
  return /^https?:\/\/[^/]/iu.test(address) && URL.canParse(address) ? address : null;
}

/** True for a link that leaves this site, to the web. */
export function isExternal(href: string): boolean {
  return /^https?:/iu.test(href);
}

/** True for a relative path that stays within the book: no scheme, no host, no root, no way up and out. */
export function isBookPath(path: string): boolean {
  if (path === '' || HIDDEN.test(path) || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/iu.test(path))
    return false;
  return (
    !/[?#]/u.test(path) && !path.split('/').some((step) => step === '..' || /^(?:%2e|\.){2}$/iu.test(step))
  );
}
