/** Programs that a test starts beside the browser: watched while they run, and stopped by their ids whatever happens. */
import { spawn } from 'node:child_process';

export interface Running {
  readonly pid: number;
  /** The last it complained of. */
  complaints(): string;
  isRunning(): boolean;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Asks it to end, and ends it where it doesn't. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What it writes to its standard output, piece by piece. */
  readonly onOutput?: (piece: Buffer) => void;
}

/** How long a program may take to end after it was asked to, in milliseconds. */
const END_LIMIT = 2000;

/** How often something is asked for again, in milliseconds. */
const ASK_EVERY = 20;

const LONGEST_COMPLAINT = 2000;

/** Rejects where there is no such program. What still runs when this process ends is ended with it. */
export function start(
  program: string,
  args: readonly string[],
  { env = {}, onOutput }: StartOptions = {},
): Promise<Running> {
  const child = spawn(program, args, {
    stdio: ['ignore', onOutput === undefined ? 'ignore' : 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let complaints = '';
  let running = true;
  child.stderr?.on('data', (piece: Buffer) => {
    complaints = (complaints + piece.toString('utf8')).slice(-LONGEST_COMPLAINT);
  });
  if (onOutput !== undefined) child.stdout?.on('data', onOutput);
  const killNow = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', killNow);
  const ended = new Promise<void>((fulfil) => {
    child.once('close', () => {
      running = false;
      process.off('exit', killNow);
      fulfil();
    });
  });
  return new Promise((fulfil, reject) => {
    child.once('error', reject);
    child.once('spawn', () =>
      fulfil({
        pid: child.pid ?? 0,
        complaints: () => complaints,
        isRunning: () => running,
        ended,
        kill: () => {
          killNow();
          return ended;
        },
        stop: async () => {
          child.kill('SIGTERM');
          const hard = setTimeout(killNow, END_LIMIT);
          await ended;
          clearTimeout(hard);
        },
      }),
    );
  });
}

export interface ProgramOutput {
  readonly code: number | null;
  readonly stdout: string;
}

/** Runs a short program to its end; one that takes longer than `limit` milliseconds is ended. */
export async function output(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  limit = 3000,
): Promise<ProgramOutput> {
  return new Promise((fulfil, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    child.stdout.on('data', (piece: Buffer) => {
      stdout += piece.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', (code) => fulfil({ code, stdout }));
  });
}

/** Asks again and again until the answer is neither `null` nor `false`; throws, naming `what`, after `limit` milliseconds. */
export async function until<T>(
  what: string,
  limit: number,
  ask: () => T | null | false | Promise<T | null | false>,
): Promise<T> {
  const deadline = performance.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`Waited ${limit} ms in vain: ${what}.`);
    await new Promise((fulfil) => setTimeout(fulfil, ASK_EVERY));
  }
}
