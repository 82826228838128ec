/** `npm run bench`: measures the app beside its peers. */
import { findBrowser } from './browser.mjs';
import { runTypeScript } from './processes.mjs';
import { afterSetup } from './setup.mjs';

const { code } = await afterSetup(async () => {
  const browser = await findBrowser();
  const env = browser.path === null ? {} : { CHROME_PATH: browser.path };
  return runTypeScript('tests/bench/run.ts', process.argv.slice(2), { env });
});
process.exitCode = code;
