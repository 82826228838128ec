/** The plans as talking books, held against the validators that the formats' makers give out, where they are installed. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Book } from '../../../src/book/book.ts';
import { writeDaisy3 } from '../../../src/formats/daisy3/write-daisy3.ts';
import { writeDaisy202 } from '../../../src/formats/daisy202/write-daisy202.ts';
import { writeEpub } from '../../../src/formats/epub/write-epub.ts';
import { readMarkdown } from '../../../src/formats/markdown/read-markdown.ts';
import type { WrittenBook } from '../../../src/formats/talking-book.ts';
import { zipOf } from '../../../src/formats/zip/pack.ts';
import { MAKING, spoken } from '../../property/narrations.ts';
import { faultsOf } from './dtd.ts';

const run = promisify(execFile);
const root = new URL('../../../', import.meta.url).pathname;
const PLANS = ['plan-1', 'plan-2', 'plan-3', 'plan-4', 'plan-5'];
const SLOW = 600_000;

/** Debian's package `epubcheck`. */
const JAR = '/usr/share/java/epubcheck.jar';
const BROWSER = [process.env.CHROME_PATH ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);
const SCRIPTS = process.env.TOMOYOMI_SHARED ? join(process.env.TOMOYOMI_SHARED, 'validators') : null;

const missing: readonly (string | false)[] = [
  !existsSync(JAR) && 'Java’s EPUBCheck isn’t here (Debian: apt-get install epubcheck)',
  BROWSER === undefined && 'Ace needs Chromium (Debian: apt-get install chromium, or set CHROME_PATH)',
];
for (const reason of missing) if (reason !== false) process.stderr.write(`SKIPPED: ${reason}.\n`);

function planOf(id: string): Book {
  const read = readMarkdown(readFileSync(join(root, 'content', 'plans', `${id}.md`), 'utf8'), { id });
  if (!read.ok) throw new Error(read.error.code);
  return read.book;
}

let folder = '';
const epubOf = (id: string): string => join(folder, `${id}.epub`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tomoyomi-books-'));
  for (const id of PLANS)
    await writeFile(epubOf(id), await zipOf(writeEpub(spoken(planOf(id))).files, MAKING));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, { files }: WrittenBook): Promise<string> {
  const place = join(folder, name);
  await mkdir(place);
  for (const { path, load } of files) await writeFile(join(place, path), await load());
  return place;
}

describe.each(PLANS)('%s', (id) => {
  test('EPUBCheck finds nothing', async () => {
    const { messages } = await EpubCheck.validate(readFileSync(epubOf(id)));
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
  });

  test('its DAISY books are valid', async () => {
    const talking = spoken(planOf(id));
    const books = [
      writeDaisy202(talking),
      writeDaisy202(talking, { charset: 'shift_jis', readings: 'parentheses' }),
      writeDaisy3(talking),
    ];
    for (const { path, load } of books.flatMap(({ files }) => files)) {
      if (!path.endsWith('.mp3')) expect(faultsOf(await load()), path).toEqual([]);
    }
  });

  // Where there are cross-checks, they begin with it.
  if (SCRIPTS === null) {
    test.skipIf(!existsSync(JAR))('Java’s EPUBCheck finds nothing', { timeout: SLOW }, async () => {
      await run('java', ['-jar', JAR, epubOf(id), '--failonwarnings']);
    });
  }

  test.skipIf(BROWSER === undefined)('Ace finds nothing serious', { timeout: SLOW }, async () => {
    const out = join(folder, `${id}-ace`);
    const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: BROWSER };
    const ace = join(root, 'node_modules', '.bin', 'ace-cli');
    await run(ace, ['-s', '-f', '-o', out, epubOf(id)], { env });
    expect(seriousIn(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')))).toEqual([]);
  });

  if (SCRIPTS !== null)
    test('the cross-checks pass', { timeout: SLOW }, async () => {
      const talking = spoken(planOf(id));
      const check = (script: string, ...args: string[]) =>
        run('sh', [join(SCRIPTS, script), ...args, '--ja']);
      await check('check-epub.sh', epubOf(id), '--out');
      await check('check-d202.sh', await put(`${id}-daisy202`, writeDaisy202(talking)));
      const old = writeDaisy202(talking, { charset: 'shift_jis', readings: 'parentheses' });
      await check('check-d202.sh', await put(`${id}-shift-jis`, old));
      await check('check-daisy3.sh', await put(`${id}-daisy3`, writeDaisy3(talking)));
    });
});

interface AceReport {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'earl:impact': string; readonly 'dct:title': string };
    }[];
  }[];
}

function seriousIn(report: AceReport): readonly string[] {
  return report.assertions.flatMap(({ assertions, 'earl:testSubject': { url } }) =>
    assertions
      .map(({ 'earl:test': { 'earl:impact': impact, 'dct:title': title } }) => ({ impact, title }))
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ title }) => `${url}: ${title}`),
  );
}
