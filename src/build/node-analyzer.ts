/** The analyzers in Node, for the build and for the commands. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Analyzer } from '../japanese/analyzer.ts';
import { createKuromojiAnalyzer } from '../japanese/kuromoji-analyzer.ts';
import { createNaistAnalyzer, type NaistAnalyzer } from '../japanese/naist/naist-analyzer.ts';
import { furiganaFile } from './naist/package.ts';

/** The second opinion: kuromoji on IPADIC, from `node_modules`. */
export function createNodeKuromojiAnalyzer(root: string): Promise<Analyzer> {
  return createKuromojiAnalyzer(async (file) => {
    const bytes = await readFile(join(root, 'node_modules', 'kuromoji', 'dict', file));
    return new Uint8Array(bytes).buffer;
  });
}

/** The analyzer on naist-jdic, from the packed file in the repository at `root`. */
export async function createNodeAnalyzer(root: string): Promise<NaistAnalyzer> {
  // Node's own streams, which the reader would use, take three times as long.
  const bytes = gunzipSync(await readFile(join(root, furiganaFile)));
  return createNaistAnalyzer(new Uint8Array(bytes).buffer);
}
