/** Runs one of the programs that the press works with. */
import { spawn } from 'node:child_process';
import { PressError } from './press-error.ts';

export interface ProgramRun {
  /** `null` where a signal ended it. */
  readonly code: number | null;
  readonly stderr: string;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** What the program says on its standard output, piece by piece; thrown away unless asked for. */
  readonly onOutput?: (piece: Buffer) => void;
}

/** Only the end of a program's complaints is of use. */
const LONGEST_STDERR = 2000;

/** Resolves when the program has ended, however. Rejects with `program-missing` where there is none of that name. */
export function runProgram(
  program: string,
  args: readonly string[],
  { signal, onOutput }: RunOptions = {},
): Promise<ProgramRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', onOutput === undefined ? 'ignore' : 'pipe', 'pipe'],
      ...(signal !== undefined && { signal }),
    });
    let stderr = '';
    child.stderr?.on('data', (data: Buffer) => {
      stderr = (stderr + data.toString('utf8')).slice(-LONGEST_STDERR);
    });
    if (onOutput !== undefined) child.stdout?.on('data', onOutput);
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') {
        reject(new PressError('program-missing', `${program} が見つかりません。`, { cause: error }));
      } else reject(error);
    });
    child.on('close', (code) => resolve({ code, stderr }));
  });
}
