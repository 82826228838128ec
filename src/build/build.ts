/**
 * Makes the finished site in `dist/`: books, app, pre-rendered pages, fonts, service worker, compressed copies.
 * Stops with a message and a code other than 0 at the first thing that isn't right.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type InlineConfig, mergeConfig } from 'vite';
import config from '../../vite.config.ts';
import { sentencesOf } from '../book/walk.ts';
import { type BuiltContent, ContentError } from './content.ts';
import { content } from './content-plugin.ts';
import { writeDownloads } from './downloads.ts';
import { subsetFonts } from './fonts.ts';
import { collectLicences } from './licences.ts';
import { readManifest, type SiteAssets, writePage } from './pages.ts';
import { precompress } from './precompress.ts';
import { siteNarrations } from './recordings.ts';
import { buildServiceWorker } from './service-worker.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dist = join(root, 'dist');
const serverDist = join(root, '.cache', 'server');

async function main(): Promise<void> {
  const built = await content(root);
  // First of all: a book that isn't its recording's stops the build before anything has been made.
  const narrations = await siteNarrations(root, built.books);
  // The configuration as a module, not as a file for Vite to bundle: so the content is worked out only once.
  const base: InlineConfig = { ...config, root, configFile: false, logLevel: 'warn' };
  await build(base);
  await build(
    mergeConfig(base, {
      build: {
        ssr: 'src/app/server.tsx',
        outDir: serverDist,
        emptyOutDir: true,
        manifest: false,
        copyPublicDir: false,
        rolldownOptions: { input: 'src/app/server.tsx' },
      },
    }),
  );
  const fonts = await subsetFonts(await shippedCharacters(built), join(dist, 'fonts'), {
    base: '/fonts/',
    cache: join(root, '.cache', 'fonts'),
  });
  await writeFile(join(dist, 'fonts', 'slices.css'), fonts.slicesCss);
  await writeFile(join(dist, 'licences.json'), JSON.stringify(collectLicences(root)));
  await writePages(built, await readAssets(fonts.css));
  const downloads = await writeDownloads(dist, built.books, narrations ?? new Map());
  const worker = await buildServiceWorker({ root, dist });
  await precompress(dist);
  if (narrations === null)
    console.log('no recordings (npm run press -- --record): the books are of text alone');
  else console.log(`${kilobytes(downloads.sound)} of recordings`);
  console.log(`${kilobytes(downloads.bytes)} of books to take along`);
  console.log(
    `${built.books.length} books; ${worker.files} files (${kilobytes(worker.bytes)}) kept on the device at once`,
  );
}

/** The styles are in every page: the first words wait for nothing but the page itself. */
async function readAssets(fontCss: string): Promise<SiteAssets> {
  const manifest = await readManifest(join(dist, '.vite', 'manifest.json'));
  const styles = await Promise.all(manifest.styles.map((file) => readFile(join(dist, file), 'utf8')));
  const boot = await buildBootScript();
  await rm(join(dist, '.vite'), { recursive: true });
  await Promise.all(manifest.styles.map((file) => rm(join(dist, file))));
  return { script: `/${manifest.script}`, css: fontCss + styles.join(''), boot };
}

/** The script that sets the reader's looks before the first paint, as one classic script. */
async function buildBootScript(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/library/boot-script.ts', formats: ['iife'], name: 'boot' },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const [chunk] = outputs;
  if (chunk?.type !== 'chunk') throw new Error('the boot script was not built');
  return chunk.code.trim();
}

interface ServerEntry {
  readonly renderPage: (path: string, html: string | null) => Promise<string>;
  readonly renderBook: (book: BuiltContent['books'][number]['book']) => string;
}

async function writePages(built: BuiltContent, assets: SiteAssets): Promise<void> {
  const server = (await import(pathToFileURL(join(serverDist, 'server.js')).href)) as ServerEntry;
  const page = async (
    path: string,
    file: string,
    html: string | null,
    head: Parameters<typeof writePage>[1],
  ) => {
    const target = join(dist, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, writePage(assets, head, await server.renderPage(path, html)));
  };
  for (const { entry, book, frontMatter } of built.books) {
    await page(`/read/${entry.id}`, `read/${entry.id}/index.html`, server.renderBook(book), {
      title: `${frontMatter.title} — ともよみ`,
      description: frontMatter.statement,
      preload: entry.address,
    });
  }
  const about =
    '川崎市の地域福祉の計画を、ふりがなと声で読めるようにしました。社会福祉協議会が出しているものではありません。';
  await page('/', 'index.html', null, { title: 'ともよみ', description: about });
  await page('/read/shell', 'read/index.html', null, { title: 'ともよみ', description: about });
  await page('/open', 'open/index.html', null, { title: '自分の文書を読む — ともよみ', description: about });
  await page('/about', 'about/index.html', null, {
    title: 'このアプリについて — ともよみ',
    description: about,
  });
  await page('/check', 'check/index.html', null, { title: '読みの点検 — ともよみ', description: about });
  await page('/404', '404.html', null, { title: 'ページが見つかりません — ともよみ', description: about });
}

/** Every character that the site shows by itself: the books, their readings, and the interface in every language. */
async function shippedCharacters(built: BuiltContent): Promise<string> {
  const characters = new Set<string>();
  const add = (text: string): void => {
    for (const character of text) characters.add(character);
  };
  for (const { book, entry } of built.books) {
    add(JSON.stringify(entry));
    for (const { sentence } of sentencesOf(book)) add(sentence.text);
  }
  for (const part of ['.', 'screens', 'check', 'downloads', 'listening']) {
    for (const locale of ['ja', 'ja-easy']) {
      add(await readFile(join(root, 'src', 'i18n', 'locales', part, `${locale}.json`), 'utf8'));
    }
  }
  return [...characters].join('');
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

main().catch((error: unknown) => {
  console.error(error instanceof ContentError ? error.message : error);
  process.exitCode = 1;
});
