/** The reading engine in Node: for the build, for the commands. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LexiconEntry, parseLexicon } from '../japanese/lexicon.ts';
import { createReadingEngine, type ReadingEngine } from '../japanese/readings.ts';
import { withSecondOpinion } from '../japanese/second-opinion.ts';
import { createNodeAnalyzer, createNodeKuromojiAnalyzer } from './node-analyzer.ts';

export interface NodeLexicon {
  readonly csv: string;
  readonly entries: readonly LexiconEntry[];
}

/** Its message names every line that can't be read. */
export class LexiconFault extends Error {
  override readonly name = 'LexiconFault';
}

/** `content/lexicon.csv` below `root`. Rejects with a `LexiconFault`, or as `readFile` does where there is none. */
export async function loadLexicon(root: string): Promise<NodeLexicon> {
  const csv = await readFile(join(root, 'content', 'lexicon.csv'), 'utf8');
  const parsed = parseLexicon(csv);
  if (parsed.ok) return { csv, entries: parsed.entries };
  const lines = parsed.errors.map((error) => `  content/lexicon.csv:${error.line} ${error.code}`);
  throw new LexiconFault(`The lexicon can't be read:\n${lines.join('\n')}`);
}

export interface NodeEngineOptions {
  /** The repository's own unless given. */
  readonly lexicon?: readonly LexiconEntry[];
  /** Where kuromoji with the same rules and lexicon reads otherwise, confidence is low. It takes longer. */
  readonly secondOpinion?: boolean;
}

/** Reads with the packed dictionary in the repository at `root`. Rejects as `loadLexicon` and `readFile` do. */
export async function createNodeReadingEngine(
  root: string,
  options: NodeEngineOptions = {},
): Promise<ReadingEngine> {
  const [analyzer, second, lexicon] = await Promise.all([
    createNodeAnalyzer(root),
    options.secondOpinion === true ? createNodeKuromojiAnalyzer(root) : null,
    options.lexicon ?? loadLexicon(root).then(({ entries }) => entries),
  ]);
  const engine = createReadingEngine({ analyzer, lexicon });
  if (second === null) return engine;
  return withSecondOpinion(engine, createReadingEngine({ analyzer: second, lexicon }));
}
