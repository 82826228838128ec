/** A Chromium of its own with a profile that stays, so that it can be killed, as a device kills it, and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';

/** Nothing of its own from the network, sound that plays without being heard; a root user has no sandbox. */
const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--lang=ja',
  '--mute-audio',
  '--remote-debugging-port=0',
];

/** How long a browser may take to answer, in milliseconds. */
const START_LIMIT = 60_000;

export interface RealBrowser {
  readonly context: BrowserContext;
  /** Ends it as a power cut of the app would: no process of it has a chance to write anything more. */
  readonly kill: () => Promise<void>;
}

export interface Profile {
  /** Starts the browser on this profile; one at a time. */
  readonly start: (extraArguments?: readonly string[]) => Promise<RealBrowser>;
  /** Removes the profile; a browser that still runs is killed. */
  readonly remove: () => Promise<void>;
}

export async function createProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'tomoyomi-profile-'));
  let running: RealBrowser | null = null;

  return {
    start: async (extra = []) => {
      const portFile = join(folder, 'DevToolsActivePort');
      await rm(portFile, { force: true });
      const program = process.env.CHROME_PATH || '/usr/bin/chromium';
      // A group of its own, so that all of its processes can be killed at one stroke.
      const child = spawn(program, [...ARGUMENTS, ...extra, `--user-data-dir=${folder}`, 'about:blank'], {
        detached: true,
        stdio: 'ignore',
      });
      const gone = once(child, 'exit');
      const browser = await connect(child, portFile);
      const [context] = browser.contexts();
      if (context === undefined) throw new Error('the browser has no context');
      const started: RealBrowser = {
        context,
        kill: async () => {
          running = null;
          killGroup(child);
          await gone;
          await browser.close().catch(() => {});
        },
      };
      running = started;
      return started;
    },
    remove: async () => {
      await running?.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function connect(child: ChildProcess, portFile: string): Promise<Browser> {
  const end = Date.now() + START_LIMIT;
  while (Date.now() < end && child.exitCode === null) {
    const port = Number.parseInt(await readFile(portFile, 'utf8').catch(() => ''), 10);
    if (port > 0) return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await new Promise((fulfil) => setTimeout(fulfil, 50));
  }
  killGroup(child);
  throw new Error('the browser did not start');
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
