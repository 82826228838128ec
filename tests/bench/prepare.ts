/** Makes what the bench needs beside the built site: the peers' pages with their books, and its own scripts. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Book } from '../../src/book/book.ts';
import { furiganaFile } from '../../src/build/naist/package.ts';
import { precompress } from '../../src/build/precompress.ts';
import { writeBenchEpub, writePlain } from './epub.ts';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Writes the peers' site to `folder`: each peer bundled, minified and compressed as it would be in production, the
 * books as EPUBs, and one of them as a single page with plain ruby.
 *
 * @returns the bytes of each EPUB by the book's id
 */
export async function preparePeers(
  folder: string,
  books: readonly Book[],
  plain: Book,
): Promise<Readonly<Record<string, number>>> {
  await rm(folder, { recursive: true, force: true });
  const root = join(here, 'peers');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: [join(root, 'epubjs.html'), join(root, 'foliate.html')] },
    },
  });
  await mkdir(join(folder, 'books'), { recursive: true });
  const sizes: Record<string, number> = {};
  for (const book of books) {
    const epub = writeBenchEpub(book);
    sizes[book.id] = epub.length;
    await writeFile(join(folder, 'books', `${book.id}.epub`), epub);
  }
  await writeFile(join(folder, 'plain.html'), writePlainPage(plain));
  await prepareReadings(folder);
  await precompress(folder);
  return sizes;
}

/** The two workers that work out readings, each with its dictionary, and a page to start them from. */
async function prepareReadings(folder: string): Promise<void> {
  const project = resolve(here, '..', '..');
  const modules = join(project, 'node_modules');
  // The packages' own bundles for browsers, one after the other, then what asks them.
  const parts = [
    join(modules, 'kuroshiro', 'dist', 'kuroshiro.min.js'),
    join(modules, 'kuroshiro-analyzer-kuromoji', 'dist', 'kuroshiro-analyzer-kuromoji.min.js'),
    join(here, 'peers', 'kuroshiro-worker.js'),
  ];
  const peer = await Promise.all(parts.map((path) => readFile(path, 'utf8')));
  await writeFile(join(folder, 'kuroshiro-worker.js'), peer.join('\n;\n'));
  await writeFile(join(folder, 'engine-worker.js'), await bundleScript('engine-worker'));
  await writeFile(join(folder, 'blank.html'), '<!doctype html><title>blank</title>');
  await cp(join(modules, 'kuromoji', 'dict'), join(folder, 'dict'), { recursive: true });
  await cp(join(project, furiganaFile), join(folder, 'dict', 'naist-jdic.bin'));
}

/** The text in one article, with what switches it and nothing else. */
function writePlainPage(book: Book): string {
  const article = book.sections.map((section) => writePlain(book, section)).join('');
  return `<!doctype html><html lang="ja" data-furigana="all"><meta charset="utf-8"><title>plain ruby</title>
<style>
article { font-size: var(--text-size, 24px); line-height: 2; max-inline-size: 40em; margin-inline: auto }
rt { font-size: 0.55em; line-height: 1 }
[data-furigana="none"] rt { display: none }
</style><body><article>${article}</article></body></html>`;
}

/** A script of `page/` as one classic script, to be run in a page. */
export async function bundleScript(name: string): Promise<string> {
  const result = await build({
    root: resolve(here, '..', '..'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(here, 'page', `${name}.ts`), formats: ['iife'], name: 'bench' },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const [chunk] = outputs;
  if (chunk?.type !== 'chunk') throw new Error(`${name} was not built`);
  return chunk.code;
}
