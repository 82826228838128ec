/** `npm run build`: builds `dist/`, whether anything changed or not. */
import { afterSetup } from './setup.mjs';
import { build } from './start.mjs';

process.exitCode = (await afterSetup(() => build({ always: true }))) ? 0 : 1;
