/** Fetches what narrating needs before it is needed: for the tests. Ends with code 1 and the reason where that fails. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PressError } from './press-error.ts';
import { MEI, setUpPrograms, voiceFile } from './voice.ts';

const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.cache', 'press');
const onNotice = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

try {
  await setUpPrograms({ onNotice });
  await voiceFile(MEI, { cache, onNotice });
} catch (error) {
  if (!(error instanceof PressError)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
