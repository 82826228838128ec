/** `npm run soak`: the long trials, which nobody waits for in `npm test`: an hour's listening, fuzzing, kills. */
import { findBrowser } from './browser.mjs';
import { runTypeScript } from './processes.mjs';
import { afterSetup } from './setup.mjs';

const { code } = await afterSetup(async () => {
  const browser = await findBrowser();
  const env = browser.path === null ? {} : { CHROME_PATH: browser.path };
  return runTypeScript('tests/soak/run.ts', process.argv.slice(2), { env });
});
process.exitCode = code;
