import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program to its end in the project's folder.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{stdio?: import('node:child_process').StdioOptions, env?: Record<string, string>}} [options]
 * @returns {Promise<{code: number, stdout: string}>} `stdout` is empty unless it was piped; a program that
 *   can't be started or was killed by a signal ends with code 127 or 128.
 */
export async function run(program, args, { stdio = 'inherit', env = {} } = {}) {
  const child = spawn(program, args, { cwd: root, stdio, env: { ...process.env, ...env } });
  let stdout = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  try {
    const [code] = await once(child, 'close');
    return { code: code ?? 128, stdout };
  } catch (error) {
    process.stderr.write(`${program}: ${error.message}\n`);
    return { code: 127, stdout };
  }
}

/**
 * Runs a TypeScript program of the project with tsx, its standard streams passed through.
 *
 * @param {string} script path from the project's root
 * @param {readonly string[]} args
 * @param {{stdio?: import('node:child_process').StdioOptions, env?: Record<string, string>}} [options]
 */
export function runTypeScript(script, args = [], options = {}) {
  return run(process.execPath, ['--import', 'tsx', script, ...args], options);
}

/** Whether this module is the one that node was started with. */
export function isMain(meta) {
  return process.argv[1] !== undefined && fileURLToPath(meta.url) === process.argv[1];
}
