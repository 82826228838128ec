/** `npm run readings`: lines of text on standard input, their readings as JSON on standard output, nothing else there. */
import { runTypeScript } from './processes.mjs';
import { afterSetup } from './setup.mjs';

const { code } = await afterSetup(() => runTypeScript('src/build/readings.ts', process.argv.slice(2)));
process.exitCode = code;
