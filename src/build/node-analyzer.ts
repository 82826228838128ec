/** The analyzer in Node, on the dictionary in `node_modules`: for the build and for the commands. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analyzer } from '../japanese/analyzer.ts';
import { createKuromojiAnalyzer } from '../japanese/kuromoji-analyzer.ts';

export function createNodeAnalyzer(root: string): Promise<Analyzer> {
  return createKuromojiAnalyzer(async (file) => {
    const bytes = await readFile(join(root, 'node_modules', 'kuromoji', 'dict', file));
    return new Uint8Array(bytes).buffer;
  });
}
