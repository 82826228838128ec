/** Runs one of the programs that the press works with. */
import { spawn } from 'node:child_process';
import { PressError } from './press-error.ts';

export interface ProgramRun {
  readonly code: number | null;
  readonly stderr: string;
}

/** Only the end of a program's complaints is of use. */
const LONGEST_STDERR = 2000;

/** Resolves when the program has ended, however. Rejects with `program-missing` where there is none of that name. */
export function runProgram(
  program: string,
  args: readonly string[],
  { input, signal }: { readonly input?: string; readonly signal?: AbortSignal } = {},
): Promise<ProgramRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'pipe'],
      ...(signal !== undefined && { signal }),
    });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr = (stderr + data.toString('utf8')).slice(-LONGEST_STDERR);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') {
        reject(new PressError('program-missing', `${program} が見つかりません。`, { cause: error }));
      } else reject(error);
    });
    child.on('close', (code) => resolve({ code, stderr }));
    // A program that ends before it has read everything closes the pipe; its exit code says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}
