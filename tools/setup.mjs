/**
 * Makes sure that `node_modules` holds what package-lock.json asks for, so that every command works right after
 * `git clone`. Plain JavaScript without packages: it runs before there are any. Writes to standard error only.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root, run } from './processes.mjs';

const lockPath = join(root, 'package-lock.json');
const installedPath = join(root, 'node_modules', '.package-lock.json');
const markPath = join(root, 'node_modules', '.tomoyomi-lock');

/** Why setting up failed, in words for whoever typed the command. */
class SetupError extends Error {}

/**
 * Installs the packages where they are missing or other than the lock file's. Does nothing, without a network,
 * where they match.
 *
 * @throws {SetupError} if Node is one that the packages don't run on, or npm can't install
 */
export async function setup() {
  checkNode();
  const lock = readFileSync(lockPath, 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (readOrNull(markPath) === hash) return;
  if (!isInstalled(lock)) {
    process.stderr.write(
      '必要な部品を入れています。数分かかります… / Installing npm packages, this takes minutes…\n',
    );
    await installPackages();
  }
  writeFileSync(markPath, hash);
}

/** Runs `work` after setting up, and ends the process with a message and code 1 where setting up fails. */
export async function afterSetup(work) {
  try {
    await setup();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
  return work();
}

/** The packages with the narrowest wish, Vite and Rolldown, ask for `^20.19.0 || >=22.12.0`. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  throw new SetupError(
    `Node.js 20.19 以上（22 なら 22.12 以上）が必要です（今は ${process.version}）。https://nodejs.org/ から新しいものを入れてください。\n` +
      `Node.js 20.19 or newer is needed, of 22 it is 22.12 (this is ${process.version}). Get it from https://nodejs.org/.`,
  );
}

/**
 * Whether what npm noted down as installed is what the lock file asks for: someone may have run `npm install`
 * by hand. Optional packages may be missing, they are for other machines.
 */
function isInstalled(lockText) {
  const installedText = readOrNull(installedPath);
  if (installedText === null) return false;
  const wanted = JSON.parse(lockText).packages;
  const installed = JSON.parse(installedText).packages;
  const wantedMatches = Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version;
  });
  return wantedMatches && Object.keys(installed).every((path) => path in wanted);
}

async function installPackages() {
  // The project's .npmrc is silent for the sake of `npm run readings`; an installation should speak up.
  // Not `npm ci`: it refuses a lock file that was written where optional packages for other systems can't be had.
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=warn'];
  const npm = process.env.npm_execpath;
  const stdio = ['ignore', 2, 2];
  const { code } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { stdio })
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { stdio });
  if (code === 0) return;
  throw new SetupError(
    '部品（npm パッケージ）を入れられませんでした。ネットワークにつながっているか、上の npm の知らせを見てから、もう一度ためしてください。\n' +
      'npm could not install the packages. Check the network and the lines from npm above, then try again.',
  );
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

if (isMain(import.meta)) await afterSetup(() => {});
