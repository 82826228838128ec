/** From a request's address to a file: what is served, as which type, and which part of it. */
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.epub': 'application/epub+zip',
  '.zip': 'application/zip',
  '.pdf': 'application/pdf',
};

/** The Content-Type of a file by its ending; a dictionary's `.dat.gz` is bytes for the app, not an encoding. */
export function contentType(path) {
  return types[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** Whether files of this type are built with `.br` and `.gz` siblings. */
export function isCompressible(type) {
  return /^text\/|charset=utf-8|^application\/wasm/.test(type);
}

/**
 * The file that answers an address below `base`.
 *
 * @param {string} base absolute path of the folder served
 * @param {string} url the request's target, percent-encoded, with a query perhaps
 * @returns {Promise<{status: number, path: string | null, size: number, modified: number}>} `path` is null where
 *   nothing can be shown, `size` is in bytes, `modified` in ms since 1970
 */
export async function findFile(base, url) {
  const segments = parseAddress(url);
  if (segments === null) return { status: 400, path: null, size: 0, modified: 0 };
  const found = isHidden(segments) ? null : await fileOrIndex(join(base, ...segments));
  if (found) return { status: 200, ...found };
  const isOwnBook = segments.length === 2 && segments[0] === 'read' && extname(segments[1]) === '';
  const shell = isOwnBook ? await file(join(base, 'read', 'index.html')) : null;
  if (shell) return { status: 200, ...shell };
  const page = await file(join(base, '404.html'));
  return { status: 404, ...(page ?? { path: null, size: 0, modified: 0 }) };
}

/** The decoded segments of an address; null where it is malformed or tries to leave the folder. */
function parseAddress(url) {
  const raw = url.split(/[?#]/, 1)[0];
  if (!raw.startsWith('/')) return null;
  let decoded;
  try {
    decoded = raw.split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
  const segments = decoded.filter((segment) => segment !== '' && segment !== '.');
  const isUnsafe = (segment) =>
    segment === '..' || segment.includes('/') || segment.includes('\\') || segment.includes('\0');
  return segments.some(isUnsafe) ? null : segments;
}

/** The build keeps notes of its own in dot files. */
function isHidden(segments) {
  return segments.some((segment) => segment.startsWith('.') && segment !== '.well-known');
}

async function fileOrIndex(path) {
  return (await file(path)) ?? (await file(join(path, 'index.html')));
}

async function file(path) {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { path, size: found.size, modified: found.mtimeMs } : null;
}

/**
 * The one range of a Range header (RFC 9110, 14.1.2), both ends included.
 *
 * @param {string | undefined} header
 * @param {number} size the file's, in bytes
 * @returns {{start: number, end: number} | 'unsatisfiable' | null} null where the whole file is to be sent:
 *   no header, a malformed one, or several ranges
 */
export function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (match[2] !== '' && Number(match[2]) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
