/** The real dictionaries for tests, each loaded once a worker. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createNodeAnalyzer, createNodeKuromojiAnalyzer } from '../../../src/build/node-analyzer.ts';
import type { Analyzer } from '../../../src/japanese/analyzer.ts';

/** A dictionary is inflated and unpacked; a busy machine takes its time. Milliseconds. */
export const LOADING = 60_000;

const root = fileURLToPath(new URL('../../../', import.meta.url));

export async function loadFile(file: string): Promise<ArrayBuffer> {
  const bytes = await readFile(new URL(`../../../node_modules/kuromoji/dict/${file}`, import.meta.url));
  return new Uint8Array(bytes).buffer;
}

let analyzer: Promise<Analyzer> | null = null;
let second: Promise<Analyzer> | null = null;

/** The app's own analyzer. */
export function testAnalyzer(): Promise<Analyzer> {
  analyzer ??= createNodeAnalyzer(root);
  return analyzer;
}

/** kuromoji on IPADIC, the second opinion. */
export function testKuromoji(): Promise<Analyzer> {
  second ??= createNodeKuromojiAnalyzer(root);
  return second;
}
