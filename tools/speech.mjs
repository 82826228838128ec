/** Makes ready what the tests of real speech need: Open JTalk, LAME and the voice, as `npm run press` does. */
import { runTypeScript } from './processes.mjs';

/**
 * @returns {Promise<{ready: true} | {ready: false, reason: string}>} why there is no speech here, with the remedy, in the
 *   press's own words
 */
export async function findSpeech() {
  const { code, stdout } = await runTypeScript('src/press/set-up.ts', [], { stdio: ['ignore', 'pipe', 2] });
  return code === 0 ? { ready: true } : { ready: false, reason: stdout.trim() };
}
