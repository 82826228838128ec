/** An identifier that is the same for the same book made again, and another for every other. */
import type { TalkingBook } from './talking-book.ts';

/**
 * A UUID of version 8 (RFC 9562 §5.8), made from the book, its narration's times and the day of making by FNV-1a. As a
 * URN: `urn:uuid:…`.
 */
export function identifierOf({ book, narration, making }: TalkingBook): string {
  const clips = narration?.overlay.clips.map(({ begin, end }) => [begin, end]) ?? null;
  const text = JSON.stringify([book, clips, narration?.narrator ?? null, making]);
  const hex = [0, 1, 2, 3].map((seed) => fnv1a(`${seed}${text}`).toString(16).padStart(8, '0')).join('');
  const version = `8${hex.slice(13, 16)}`;
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16) + hex.slice(17, 20);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}-${variant}-${hex.slice(20, 32)}`;
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
