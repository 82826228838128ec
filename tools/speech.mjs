/** Makes ready what the tests of real speech need: Open JTalk, LAME and the voice, as `npm run press` does; a system that speaks. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run, runTypeScript } from './processes.mjs';

/** The voice's file, where it has been fetched. */
export const voicePath = join(root, '.cache', 'press', 'mei.htsvoice');

/** What a browser needs to speak with Open JTalk through the system, into a sound card that the tests record: Debian's names. */
const systemParts = [
  { package: 'open-jtalk', isThere: () => isProgram('open_jtalk') },
  {
    package: 'open-jtalk-mecab-naist-jdic',
    isThere: () => existsSync('/var/lib/mecab/dic/open-jtalk/naist-jdic/sys.dic'),
  },
  { package: 'speech-dispatcher', isThere: () => isProgram('speech-dispatcher') && isProgram('spd-say') },
  { package: 'speech-dispatcher-audio-plugins', isThere: () => isLibrary('speech-dispatcher/spd_pulse.so') },
  { package: 'pulseaudio', isThere: () => isProgram('pulseaudio') },
  {
    package: 'pulseaudio-utils',
    isThere: () => ['pactl', 'paplay', 'parec'].every(isProgram),
  },
];

/**
 * @returns {Promise<{ready: true} | {ready: false, reason: string}>} why there is no speech here, with the remedy, in the
 *   press's own words
 */
export async function findSpeech() {
  const { code, stdout } = await runTypeScript('src/press/set-up.ts', [], { stdio: ['ignore', 'pipe', 2] });
  return code === 0 ? { ready: true } : { ready: false, reason: stdout.trim() };
}

/** Why the tests can't make this system speak, with the remedy; `null` where they can. Installs nothing. */
export function whyNoSystemSpeech() {
  if (process.platform !== 'linux')
    return 'A system that speaks into a recorded sound card is known for Linux only.';
  const missing = missingParts();
  if (missing.length > 0) {
    return `Missing: ${missing.join(', ')}. On Debian: apt-get install --no-install-recommends ${missing.join(' ')}`;
  }
  if (!existsSync(voicePath))
    return 'The voice of Open JTalk is missing: npm test fetches it, and so does npm run press.';
  return null;
}

/**
 * Installs what is missing where that can be done without asking anyone; the voice comes with {@link findSpeech}.
 *
 * @returns {Promise<{ready: true} | {ready: false, reason: string}>}
 */
export async function findSystemSpeech() {
  const missing = process.platform === 'linux' ? missingParts() : [];
  if (missing.length > 0 && process.getuid?.() === 0 && isProgram('apt-get')) {
    process.stdout.write(
      `Parts of a system that speaks are missing: installing ${missing.join(', ')} with apt-get…\n`,
    );
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const stdio = ['ignore', 2, 2];
    await run('apt-get', ['update', '-qq'], { stdio, env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio, env });
  }
  const reason = whyNoSystemSpeech();
  return reason === null ? { ready: true } : { ready: false, reason };
}

function missingParts() {
  return systemParts.filter(({ isThere }) => !isThere()).map((part) => part.package);
}

function isProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => existsSync(join(folder, name)));
}

/** Libraries lie below a folder that is named after the processor. */
function isLibrary(path) {
  return (
    existsSync('/usr/lib') &&
    readdirSync('/usr/lib').some((folder) => existsSync(join('/usr/lib', folder, path)))
  );
}
