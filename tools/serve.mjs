/**
 * Serves a finished build over HTTP on this machine only: the app's own server for `npm start` and for the browser
 * tests. Needs nothing but Node.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { contentType, findFile, isCompressible, parseRange } from './files.mjs';
import { isMain } from './processes.mjs';

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // The pages carry a policy of their own; only what a <meta> can't say is said here.
  'Content-Security-Policy': "frame-ancestors 'none'",
};

/** Why serving failed, in words for whoever typed the command. */
export class ServeError extends Error {}

/**
 * A request handler for the files of `folder`: precompressed `.br` and `.gz` siblings by Accept-Encoding, byte
 * ranges, ETags, `/read/<id>` of the reader's own books as the app's shell, everything unknown as `404.html`.
 *
 * @param {string} folder
 * @returns {import('node:http').RequestListener}
 */
export function createHandler(folder) {
  const base = resolve(folder);
  return (request, response) => {
    answer(base, request, response).catch((error) => {
      process.stderr.write(`${request.method} ${request.url}: ${error.stack}\n`);
      if (!response.headersSent) response.writeHead(500, securityHeaders);
      response.end();
    });
  };
}

async function answer(base, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...securityHeaders, Allow: 'GET, HEAD' }).end();
    return;
  }
  const { status, path, size, modified } = await findFile(base, request.url);
  if (path === null) {
    response.writeHead(status, { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : status === 400 ? 'Bad request\n' : 'Not found\n');
    return;
  }
  const type = contentType(path);
  const headers = {
    ...securityHeaders,
    'Content-Type': type,
    'Cache-Control': cacheControl(base, path, status),
  };
  if (isToTakeAlong(base, path)) headers['Content-Disposition'] = `attachment; filename="${basename(path)}"`;
  // Parts are asked for by GET alone (RFC 9110, 14.2): HEAD tells of the whole file.
  const range = request.method === 'GET' ? parseRange(request.headers.range, size) : null;
  if (isCompressible(type)) headers.Vary = 'Accept-Encoding';
  else headers['Accept-Ranges'] = 'bytes';

  const variant = isCompressible(type)
    ? await compressedVariant(path, request.headers['accept-encoding'])
    : null;
  const body = variant ?? { path, size, modified };
  if (variant) headers['Content-Encoding'] = variant.encoding;
  headers.ETag = `"${body.size.toString(36)}-${Math.trunc(body.modified).toString(36)}${variant ? `-${variant.encoding}` : ''}"`;

  if (status === 200 && matchesETag(request.headers['if-none-match'], headers.ETag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const isWhole = status !== 200 || variant !== null || range === null || !isFresh(request, headers.ETag);
  if (isWhole) {
    send(request, response, status, { ...headers, 'Content-Length': body.size }, body.path);
  } else if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end();
  } else {
    headers['Content-Range'] = `bytes ${range.start}-${range.end}/${size}`;
    headers['Content-Length'] = range.end - range.start + 1;
    send(request, response, 206, headers, path, range);
  }
}

function send(request, response, status, headers, path, range) {
  response.writeHead(status, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(path, range);
  // A reader who closes the page ends the answer early; a file that vanishes must not end the server.
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

/** Names under /assets/ and /audio/ change with their content; everything else is asked for again, and answered 304. */
function cacheControl(base, path, status) {
  const isHashed = ['assets', 'audio'].some((folder) => path.startsWith(join(base, folder) + sep));
  return isHashed && status === 200 ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Whether a file is a book to take along: then a browser saves it instead of trying to show it. */
function isToTakeAlong(base, path) {
  return path.startsWith(join(base, 'downloads') + sep) && /\.(?:epub|zip)$/.test(path);
}

async function compressedVariant(path, accepted = '') {
  for (const [encoding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ]) {
    if (!new RegExp(`(^|[ ,])${encoding}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))\\s*(;|,|$)`, 'i').test(accepted))
      continue;
    const found = await stat(path + ending).catch(() => null);
    if (found?.isFile()) return { path: path + ending, size: found.size, modified: found.mtimeMs, encoding };
  }
  return null;
}

function matchesETag(header, etag) {
  return header?.split(',').some((part) => part.trim().replace(/^W\//, '') === etag);
}

/** Whether a range asked for with If-Range still belongs to the file as it is now (RFC 9110, 13.1.5). */
function isFresh(request, etag) {
  const condition = request.headers['if-range'];
  return condition === undefined || condition === etag;
}

/**
 * Serves `folder` on 127.0.0.1 and, where there is one, ::1; never on an address that others can reach.
 *
 * @param {{folder: string, port: number}} options port 0 takes any free one
 * @returns {Promise<{port: number, close: () => void}>}
 * @throws {ServeError} if the port is in use or not allowed
 */
export async function serve({ folder, port }) {
  const handler = createHandler(folder);
  const first = await listen(handler, '127.0.0.1', port);
  const actual = first.address().port;
  const servers = [first];
  try {
    servers.push(await listen(handler, '::1', actual));
  } catch (error) {
    if (error.code === 'EADDRINUSE' || error instanceof ServeError) {
      first.close();
      throw error;
    }
    // A machine without IPv6 is served by IPv4 alone.
  }
  return {
    port: actual,
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function listen(handler, host, port) {
  return new Promise((fulfil, reject) => {
    const server = createServer(handler);
    server.once('error', (error) => reject(inWords(error, port)));
    server.listen({ host, port, ipv6Only: true }, () => fulfil(server));
  });
}

function inWords(error, port) {
  if (error.code === 'EADDRINUSE') {
    return new ServeError(
      `ポート ${port} は、ほかのものが使っています。止めるか、PORT=4174 npm start のように別の番号にしてください。\n` +
        `Port ${port} is in use. Stop what uses it, or choose another: PORT=4174 npm start`,
    );
  }
  if (error.code === 'EACCES') {
    return new ServeError(
      `ポート ${port} は使えません。1024 より大きい番号にしてください。\nPort ${port} is not allowed. Choose one above 1024.`,
    );
  }
  return error;
}

/** Reads a port from the environment or the command line. */
export function parsePort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new ServeError(
    `ポートは 1 から 65535 までの数です：${text}\nA port is a number from 1 to 65535: ${text}`,
  );
}

/** Prints the message of a {@link ServeError} and ends with code 1. */
export function failServing(error) {
  if (!(error instanceof ServeError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}

if (isMain(import.meta)) {
  const { values } = parseArgs({
    options: { dir: { type: 'string', default: 'dist' }, port: { type: 'string', default: '4173' } },
  });
  try {
    readFileSync(join(values.dir, 'index.html'));
  } catch {
    failServing(
      new ServeError(
        `${values.dir}/index.html がありません。先に npm run build を。\nNo build in ${values.dir}: run npm run build.`,
      ),
    );
  }
  const server = await serve({ folder: values.dir, port: parsePort(values.port) }).catch(failServing);
  process.stdout.write(`http://localhost:${server.port}/\n`);
}
