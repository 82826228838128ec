/**
 * The command behind `npm run readings`: lines of text on standard input, on standard output a JSON array
 * `[{"text", "spans": [[start, end, reading]]}]`, one entry a line.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LexiconEntry } from '../japanese/lexicon.ts';
import { createNodeReadingEngine, LexiconFault, loadLexicon } from './node-engine.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A clone without a lexicon still reads; a lexicon that doesn't parse is said aloud and left aside. */
async function lexiconEntries(): Promise<readonly LexiconEntry[]> {
  try {
    return (await loadLexicon(root)).entries;
  } catch (error) {
    if (error instanceof LexiconFault) console.error(error.message);
    return [];
  }
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** The last line's own line break doesn't begin another line. */
function linesOf(input: string): readonly string[] {
  if (input === '') return [];
  return input.replace(/\r?\n$/u, '').split(/\r?\n/u);
}

async function main(): Promise<void> {
  const [engine, input] = await Promise.all([
    lexiconEntries().then((lexicon) => createNodeReadingEngine(root, { lexicon })),
    readStandardInput(),
  ]);
  const entries: string[] = [];
  for (const text of linesOf(input)) {
    const { ruby } = await engine.read(text, { digits: 'always' });
    entries.push(
      JSON.stringify({ text, spans: ruby.map(({ start, end, reading }) => [start, end, reading]) }),
    );
  }
  process.stdout.write(`[${entries.join(',\n')}]\n`);
}

await main();
