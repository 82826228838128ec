/** The validators of EPUB that are at hand, and what they say of a book. */
import { readFile, stat } from 'node:fs/promises';
import { runProgram } from '../run-program.ts';

/** What one validator said. */
export interface Validation {
  readonly name: string;
  /** `absent`: it isn't installed here. `too-large`: the book doesn't fit into the memory that the press allows itself. */
  readonly outcome: 'passed' | 'failed' | 'absent' | 'too-large';
  /** What it complains of, in its own words; empty unless it failed. */
  readonly messages: readonly string[];
}

export const EPUBCHECK_JAR = '/usr/share/java/epubcheck.jar';
/** The one that runs in Node holds the whole book in memory, several times over. */
const LARGEST = 40 * 1024 * 1024;
const MOST_MESSAGES = 20;

export async function validateEpub(
  path: string,
  jar: string = EPUBCHECK_JAR,
): Promise<readonly Validation[]> {
  return [await byNode(path), await byJava(path, jar)];
}

async function byNode(path: string): Promise<Validation> {
  const name = 'epubcheck-ts';
  const checker = await import('@likecoin/epubcheck-ts').catch(() => null);
  if (checker === null) return { name, outcome: 'absent', messages: [] };
  if ((await stat(path)).size > LARGEST) return { name, outcome: 'too-large', messages: [] };
  const { valid, messages } = await checker.EpubCheck.validate(await readFile(path));
  if (valid) return { name, outcome: 'passed', messages: [] };
  const grave = messages.filter(({ severity }) => severity === 'error' || severity === 'fatal');
  return {
    name,
    outcome: 'failed',
    messages: grave
      .slice(0, MOST_MESSAGES)
      .map(({ id, message, location }) => `${id} ${location?.path ?? ''} ${message}`),
  };
}

/** Debian's package `epubcheck`. */
async function byJava(path: string, jar: string): Promise<Validation> {
  const name = 'EPUBCheck';
  if ((await stat(jar).catch(() => null)) === null) return { name, outcome: 'absent', messages: [] };
  const ran = await runProgram('java', ['-Xmx256m', '-jar', jar, '-e', path]).catch(() => null);
  if (ran === null) return { name, outcome: 'absent', messages: [] };
  if (ran.code === 0) return { name, outcome: 'passed', messages: [] };
  const lines = ran.stderr.split('\n').filter((line) => /^(?:ERROR|FATAL)/u.test(line));
  return { name, outcome: 'failed', messages: lines.slice(0, MOST_MESSAGES) };
}
