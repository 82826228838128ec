/**
 * A text as readers of formats want it: without a byte order mark, lines ended by `\n` alone, and U+FFFD in place of
 * unpaired surrogates, which would else make a pair with a neighbour once markup between them is gone.
 */
export function cleanText(source: string): string {
  return source
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/\p{Cs}/gu, '\ufffd');
}
