/** The real dictionary for tests, loaded once a worker. */
import { readFile } from 'node:fs/promises';
import type { Analyzer } from '../../../src/japanese/analyzer.ts';
import { createKuromojiAnalyzer } from '../../../src/japanese/kuromoji-analyzer.ts';

/** The dictionary is 100 MB once inflated; a busy machine takes its time. Milliseconds. */
export const LOADING = 60_000;

export async function loadFile(file: string): Promise<ArrayBuffer> {
  const bytes = await readFile(new URL(`../../../node_modules/kuromoji/dict/${file}`, import.meta.url));
  return new Uint8Array(bytes).buffer;
}

let analyzer: Promise<Analyzer> | null = null;

export function testAnalyzer(): Promise<Analyzer> {
  analyzer ??= createKuromojiAnalyzer(loadFile);
  return analyzer;
}
