/** Finds a Chromium for the browser tests, or installs Debian's where that is possible without asking anyone. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * @returns {Promise<{path: string} | {path: null, reason: string, remedy: string}>} the path of a browser that
 *   starts; or why there is none, and what to do about it. `CHROME_PATH` goes before everything else.
 */
export async function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (starts(asked)) return { path: asked };
    return {
      path: null,
      reason: `CHROME_PATH is ${asked}, which doesn't start`,
      remedy: 'Set CHROME_PATH to the path of Chrome or Chromium, or unset it.',
    };
  }
  const found = installedBrowser();
  if (found !== null) return { path: found };
  const remedy =
    'Install Chrome or Chromium (Debian: apt-get install chromium), or set CHROME_PATH to its path.';
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !starts('apt-get')) {
    return { path: null, reason: 'no Chrome or Chromium was found', remedy };
  }
  await installWithApt();
  const installed = installedBrowser();
  if (installed !== null) return { path: installed };
  return { path: null, reason: 'apt-get could not install Chromium (see above)', remedy };
}

function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...places].find((path) => existsSync(path) && starts(path)) ?? null;
}

function starts(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

async function installWithApt() {
  process.stdout.write('Chromium is missing: installing it with apt-get…\n');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 2, 2];
  await run('apt-get', ['update', '-qq'], { stdio, env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio, env });
}
