/** Parts of whole files: what a Range header asks for, and the answer to it (RFC 9110, sections 14 and 15). */

/** Both ends included, within the file. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The one range that a header asks for. `null` where the whole file is to be sent: no header, one that is malformed or of
 * another unit, or several ranges, which a server may pass over.
 *
 * @param size of the file, in bytes
 */
export function parseByteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(?:(?<first>\d+)-(?<last>\d*)|-(?<suffix>\d+))$/iu.exec(header?.trim() ?? '');
  if (match === null) return null;
  const { first, last, suffix } = match.groups ?? {};
  if (suffix !== undefined) {
    const length = Math.min(Number(suffix), size);
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 };
  }
  const begin = Number(first);
  const end = last ? Number(last) : Number.POSITIVE_INFINITY;
  if (end < begin) return null;
  return begin >= size ? 'unsatisfiable' : { first: begin, last: Math.min(end, size - 1) };
}

/**
 * The answer to a request out of a whole kept file. If-Range is passed over: recordings carry their content's hash in
 * their address, so there is but one edition of each.
 */
export async function answerFromWhole(request: Request, whole: Response): Promise<Response> {
  const header = request.headers.get('range');
  if (header === null) return whole;
  const blob = await whole.blob();
  const headers = new Headers(whole.headers);
  headers.set('Accept-Ranges', 'bytes');
  const range = parseByteRange(header, blob.size);
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${blob.size}`);
    headers.set('Content-Length', '0');
    return new Response(null, { status: 416, statusText: 'Range Not Satisfiable', headers });
  }
  if (range === null) {
    headers.set('Content-Length', String(blob.size));
    return new Response(blob, { status: 200, headers });
  }
  const { first, last } = range;
  headers.set('Content-Range', `bytes ${first}-${last}/${blob.size}`);
  headers.set('Content-Length', String(last - first + 1));
  // Slicing drops the type, and a type that differs from the header's is one more thing for players to trip over.
  const part = blob.slice(first, last + 1, headers.get('Content-Type') ?? '');
  return new Response(part, { status: 206, statusText: 'Partial Content', headers });
}
