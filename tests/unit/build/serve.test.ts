import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentType, parseRange } from '../../../tools/files.mjs';
import { parsePort, ServeError, serve } from '../../../tools/serve.mjs';

const parent = mkdtempSync(join(tmpdir(), 'tomoyomi-serve-'));
const folder = join(parent, 'dist');
let port = 0;
let close = (): void => {};

const files: Readonly<Record<string, string>> = {
  'dist/index.html': '棚',
  'dist/index.html.br': 'brotli',
  'dist/index.html.gz': 'gzip',
  'dist/404.html': '見つかりません',
  'dist/read/index.html': '器',
  'dist/read/plan-5/index.html': '第5期',
  'dist/assets/app-1a2b.js': 'app',
  'dist/sw.js': 'sw',
  'dist/books/plan-5.json': '{}',
  'dist/audio/a.mp3': '0123456789',
  'dist/dictionary/base.dat.gz': 'bytes',
  'dist/downloads/plan-5.epub': '0123456789',
  'dist/downloads/plan-5-daisy202.zip': 'zip',
  'dist/downloads/index.json': '{}',
  'dist/.build-hash': 'secret',
  'secret.txt': 'secret',
};

beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(parent, path, '..'), { recursive: true });
    writeFileSync(join(parent, path), text);
  }
  ({ port, close } = await serve({ folder, port: 0 }));
});

afterAll(() => {
  close();
  rmSync(parent, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks for a path exactly as written; `fetch` would tidy up `..` first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((fulfil, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => fulfil({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

describe('addresses', () => {
  it.each([
    ['/', 200, '棚'],
    ['/read/plan-5', 200, '第5期'],
    ['/read/plan-5/', 200, '第5期'],
    ['/read/plan-5?from=shelf', 200, '第5期'],
    ['/read/own-3f2a', 200, '器'],
    ['/read/%E6%9C%AC', 200, '器'],
    ['/nowhere', 404, '見つかりません'],
    ['/read/own/further', 404, '見つかりません'],
    ['/assets/gone.js', 404, '見つかりません'],
    ['/.build-hash', 404, '見つかりません'],
  ])('%s is answered %i', async (path, status, body) => {
    expect(await ask(path)).toMatchObject({ status, body });
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%5csecret.txt',
    '/%00',
    '/%zz',
    '/assets/%2e%2e/../../secret.txt',
  ])('%s never leaves the folder', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(400);
    expect(body).not.toContain('secret');
  });

  it('only reads', async () => {
    expect(await ask('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });
});

describe('compression', () => {
  it.each([
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip', 'gzip'],
    ['identity', undefined, '棚'],
  ])('a page asked for with %s comes as %s', async (accepted, encoding, body) => {
    const answer = await ask('/', { 'Accept-Encoding': accepted });
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
  });

  it('leaves the dictionary as it is', async () => {
    const { headers } = await ask('/dictionary/base.dat.gz', { 'Accept-Encoding': 'gzip' });
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('caching', () => {
  it.each([
    ['/assets/app-1a2b.js', 'public, max-age=31536000, immutable'],
    ['/assets/gone.js', 'no-cache'],
    ['/audio/a.mp3', 'public, max-age=31536000, immutable'],
    ['/audio/gone.mp3', 'no-cache'],
    ['/', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/books/plan-5.json', 'no-cache'],
  ])('%s has Cache-Control %s', async (path, expected) => {
    expect((await ask(path)).headers['cache-control']).toBe(expected);
  });

  it('answers 304 to whoever has the file already', async () => {
    const { etag } = (await ask('/sw.js')).headers;
    expect(await ask('/sw.js', { 'If-None-Match': `"other", W/${etag}` })).toMatchObject({
      status: 304,
      body: '',
    });
    expect((await ask('/sw.js', { 'If-None-Match': '"other"' })).status).toBe(200);
  });
});

describe('ranges', () => {
  it('sends a part of a recording', async () => {
    const answer = await ask('/audio/a.mp3', { Range: 'bytes=2-4' });
    expect(answer).toMatchObject({ status: 206, body: '234' });
    expect(answer.headers).toMatchObject({
      'content-range': 'bytes 2-4/10',
      'content-length': '3',
      'content-type': 'audio/mpeg',
    });
  });

  it.each([
    ['bytes=0-', '0123456789', 'bytes 0-9/10'],
    ['bytes=0-1', '01', 'bytes 0-1/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
  ])('answers %s with just these bytes, their number and their place', async (range, body, place) => {
    const answer = await ask('/audio/a.mp3', { Range: range });
    expect(answer).toMatchObject({ status: 206, body });
    expect(answer.headers).toMatchObject({
      'content-range': place,
      'content-length': String(body.length),
      'accept-ranges': 'bytes',
    });
  });

  it.each(['bytes=5-4', 'bytes=0-1,3-4', 'lines=0-1'])('answers %s with the whole', async (range) => {
    const answer = await ask('/audio/a.mp3', { Range: range });
    expect(answer).toMatchObject({ status: 200, body: '0123456789' });
    expect(answer.headers['content-range']).toBeUndefined();
  });

  it('tells of the whole recording, and that parts can be had, where only that is asked', async () => {
    for (const headers of [{}, { Range: 'bytes=2-4' }, { Range: 'bytes=10-' }]) {
      const answer = await ask('/audio/a.mp3', headers, 'HEAD');
      expect(answer).toMatchObject({ status: 200, body: '' });
      expect(answer.headers).toMatchObject({ 'content-length': '10', 'accept-ranges': 'bytes' });
    }
  });

  it('sends the part where it belongs to the edition that is there', async () => {
    const { etag = '' } = (await ask('/audio/a.mp3')).headers;
    const headers = { Range: 'bytes=2-4', 'If-Range': etag };
    expect(await ask('/audio/a.mp3', headers)).toMatchObject({ status: 206, body: '234' });
    // A weak validator, or a date that was never given, proves nothing.
    for (const condition of [`W/${etag}`, 'Tue, 24 Nov 2026 00:00:00 GMT']) {
      const answer = await ask('/audio/a.mp3', { ...headers, 'If-Range': condition });
      expect(answer).toMatchObject({ status: 200, body: '0123456789' });
    }
  });

  it('sends the whole where the part belongs to another edition', async () => {
    const headers = { Range: 'bytes=2-4', 'If-Range': '"other"' };
    expect(await ask('/audio/a.mp3', headers)).toMatchObject({ status: 200, body: '0123456789' });
  });

  it('says how long the recording is where the part lies behind its end', async () => {
    const answer = await ask('/audio/a.mp3', { Range: 'bytes=10-' });
    expect(answer).toMatchObject({ status: 416, body: '' });
    expect(answer.headers).toMatchObject({ 'content-range': 'bytes */10', 'content-length': '0' });
  });

  it.each([
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=4-99', { start: 4, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=10-12', 'unsatisfiable'],
    ['bytes=5-4', null],
    ['bytes=0-1,3-4', null],
    ['bytes=-', null],
    ['lines=0-1', null],
    [undefined, null],
  ])('%s of ten bytes is %o', (header, expected) => {
    expect(parseRange(header, 10)).toEqual(expected);
  });
});

describe('safety', () => {
  it.each(['/', '/nowhere', '/%zz'])('%s comes with security headers', async (path) => {
    expect((await ask(path)).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "frame-ancestors 'none'",
    });
  });

  it('says so kindly when the port is in use', async () => {
    await expect(serve({ folder, port })).rejects.toThrow(ServeError);
    await expect(serve({ folder, port })).rejects.toThrow(`Port ${port} is in use`);
  });

  it.each(['', 'http', '-1', '65536', '80.5'])('refuses %o as a port', (text) => {
    expect(() => parsePort(text)).toThrow(ServeError);
  });
});

it.each([
  ['manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['font.woff2', 'font/woff2'],
  ['book.EPUB', 'application/epub+zip'],
  ['no-ending', 'application/octet-stream'],
])('%s is served as %s', (path, type) => {
  expect(contentType(path)).toBe(type);
});

describe('a book to take along', () => {
  it.each([
    ['/downloads/plan-5.epub', 'application/epub+zip', 'attachment; filename="plan-5.epub"'],
    ['/downloads/plan-5-daisy202.zip', 'application/zip', 'attachment; filename="plan-5-daisy202.zip"'],
    ['/downloads/index.json', 'application/json; charset=utf-8', undefined],
  ])('is sent to be saved: %s', async (path, type, disposition) => {
    const { headers } = await ask(path);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toBe(disposition);
  });

  it('is sent from the byte on at which a download was interrupted', async () => {
    const { status, headers, body } = await ask('/downloads/plan-5.epub', { range: 'bytes=4-' });
    expect([status, headers['content-range'], body]).toEqual([206, 'bytes 4-9/10', '456789']);
  });
});
