/**
 * The command behind `npm run readings`: lines of text on standard input, on standard output a JSON array
 * `[{"text", "spans": [[start, end, reading]]}]`, one entry a line.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LexiconEntry, parseLexicon } from '../japanese/lexicon.ts';
import { createReadingEngine } from '../japanese/readings.ts';
import { createNodeAnalyzer } from './node-analyzer.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A clone without a lexicon still reads; a lexicon that doesn't parse is said aloud and left aside. */
async function loadLexicon(): Promise<readonly LexiconEntry[]> {
  const csv = await readFile(join(root, 'content', 'lexicon.csv'), 'utf8').catch(() => null);
  if (csv === null) return [];
  const parsed = parseLexicon(csv);
  if (parsed.ok) return parsed.entries;
  for (const error of parsed.errors) console.error(`content/lexicon.csv:${error.line}: ${error.code}`);
  return [];
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
  const [analyzer, lexicon, input] = await Promise.all([
    createNodeAnalyzer(root),
    loadLexicon(),
    readStandardInput(),
  ]);
  const engine = createReadingEngine({ analyzer, lexicon });
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
