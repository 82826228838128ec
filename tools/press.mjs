/** `npm run press -- INPUT… --out DIR`: makes talking books. */
import { runTypeScript } from './processes.mjs';
import { afterSetup } from './setup.mjs';

const { code } = await afterSetup(() => runTypeScript('src/press/press.ts', process.argv.slice(2)));
process.exitCode = code;
