/** Compresses a finished site's text once, so that its server sends small files without working for it. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = new Set(['.html', '.css', '.js', '.json', '.svg', '.webmanifest', '.txt', '.xml']);

/** The dictionary's files are compressed already, and its manifest is asked for once in a device's life. */
const LEFT_OUT = ['dictionary'];

/** Below this, headers weigh more than what is saved. In bytes. */
const LEAST_BYTES = 1000;

/** Node compresses off the main thread, so a few at a time keep every core busy. */
const AT_A_TIME = 4;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Writes `<name>.br` and `<name>.gz` beside each text file of at least 1 kB in `dist`, each only where it is smaller.
 *
 * @returns how many files have siblings, and the bytes of those files as they are, as Brotli and as gzip
 */
export async function precompress(dist: string): Promise<{
  readonly files: number;
  readonly bytes: number;
  readonly brotli: number;
  readonly gzip: number;
}> {
  const queue = (await readdir(dist, { recursive: true })).filter(isCompressed);
  const sums = { files: 0, bytes: 0, brotli: 0, gzip: 0 };
  const work = async (): Promise<void> => {
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const path = join(dist, name);
      const source = await readFile(path);
      if (source.length < LEAST_BYTES) continue;
      const [br, gz] = await Promise.all([
        brotli(source, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
          },
        }),
        zip(source, { level: constants.Z_BEST_COMPRESSION }),
      ]);
      if (br.length < source.length) await writeFile(`${path}.br`, br);
      if (gz.length < source.length) await writeFile(`${path}.gz`, gz);
      sums.files += 1;
      sums.bytes += source.length;
      sums.brotli += Math.min(br.length, source.length);
      sums.gzip += Math.min(gz.length, source.length);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return sums;
}

/** Whether a file of the site is compressed, by its path within it. Dot files are the build's own notes. */
function isCompressed(path: string): boolean {
  const segments = path.split(sep);
  if (segments.some((segment) => segment.startsWith('.'))) return false;
  return !LEFT_OUT.includes(segments[0] ?? '') && TEXT.has(extname(path));
}
