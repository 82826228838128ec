/**
 * `npm test`: every check and test there is, all of them even after one failed. The last line holds the true counts:
 * `N passed, N failed`, with `, N skipped` where something could not run here, and why above it.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { node, runChecks } from './checks.mjs';
import { countPlaywright, countVitest, formatCount, sum } from './counts.mjs';
import { root } from './processes.mjs';
import { afterSetup } from './setup.mjs';
import { findSpeech, findSystemSpeech } from './speech.mjs';

const results = join(root, '.cache', 'tests');
const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

async function runUnitTests() {
  title('unit and property tests (vitest)');
  const speech = await findSpeech();
  if (!speech.ready)
    process.stdout.write(`SKIPPED: tests of real speech (tests/unit/press/real).\n${speech.reason}\n`);
  const report = join(results, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await node(vitest, args);
  return countVitest(readJson(report), code);
}

async function runBuild() {
  title('build');
  const isBuilt = await build({ always: true, isChecked: true });
  return { passed: isBuilt ? 1 : 0, failed: isBuilt ? 0 : 1, skipped: 0 };
}

async function runBrowserTests(isBuilt) {
  title('browser tests (playwright)');
  if (!isBuilt) return skipBrowserTests('the build failed', 'Mend the build: see above.');
  const browser = await findBrowser();
  if (browser.path === null) return skipBrowserTests(browser.reason, browser.remedy);
  const system = await findSystemSpeech();
  if (!system.ready)
    process.stdout.write(
      `SKIPPED: tests of real speech in the browser (tests/browser/real-*.spec.ts).\n${system.reason}\n`,
    );
  const report = join(results, 'playwright.json');
  const env = { CHROME_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await node(playwright, ['test'], { env });
  return countPlaywright(readJson(report), code);
}

async function skipBrowserTests(reason, remedy) {
  const report = join(results, 'playwright-list.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROME_PATH: '' };
  const args = ['test', '--list', '--reporter=json'];
  const { code } = await node(playwright, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const listed = countPlaywright(readJson(report), code);
  const skipped = listed.passed + listed.skipped;
  process.stdout.write(`SKIPPED: ${skipped} browser tests, because ${reason}.\n${remedy}\n`);
  return { passed: 0, failed: listed.failed, skipped };
}

function title(text) {
  process.stdout.write(`\n── ${text}\n`);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

const total = await afterSetup(async () => {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const checked = await runChecks();
  const unit = await runUnitTests();
  const built = await runBuild();
  const browser = await runBrowserTests(built.failed === 0);
  return sum([checked, unit, built, browser]);
});
process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`\n${formatCount(total)}\n`);
