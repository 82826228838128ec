import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeMp3, peakOfMp3 } from '../../../src/press/encode.ts';
import { speakLine } from '../../../src/press/open-jtalk/speak.ts';
import { runProgram } from '../../../src/press/run-program.ts';
import { engineScript, FAKE_FRAMES, useFakeVoice, usePrograms } from './fake-programs.ts';
import { testFolder } from './folders.ts';

const engine = { dictionary: '/none', voice: '/none', rate: 1 };
const sound = (seconds: number) => ({ sampleRate: 48000, samples: new Int16Array(seconds * 48000) });

describe('a line that is spoken', () => {
  it('has no more than a moment of silence around it, and its times count from there', async () => {
    useFakeVoice();
    const folder = testFolder();
    const said = await speakLine(engine, 'がっこうへ行く。', folder, 'one');
    const spoken = said?.trace.phonemes.filter(({ name }) => name !== 'sil') ?? [];
    expect(spoken[0]?.begin).toBeCloseTo(0.03, 9);
    const length = (said?.sound.samples.length ?? 0) / 48000;
    expect(length - (spoken.at(-1)?.end ?? 0)).toBeCloseTo(0.03, 3);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is none where the engine finds nothing to say', async () => {
    usePrograms({
      open_jtalk: engineScript('echo "Error: waveform cannot be synthesized." >&2; : >"$wav"; exit 1'),
    });
    expect(await speakLine(engine, '（）', testFolder(), 'one')).toBeNull();
  });

  it.each([
    ['crashes', 'kill -ABRT $$'],
    ['fails', 'echo "no voice" >&2; exit 1'],
    ['writes no trace', ': >"$trace"; exit 0'],
    ['writes only the beginning of the sound', 'head -c 2000 /dev/zero >"$wav"'],
  ])('ends the run where the engine %s, and leaves no files', async (_, script) => {
    const folder = testFolder();
    usePrograms({ open_jtalk: engineScript(script) });
    const speaking = speakLine(engine, 'あ', folder, 'one');
    await expect(speaking).rejects.toMatchObject({
      code: 'speech-failed',
      message: expect.stringContaining('「あ」'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an encoded sound', () => {
  it('has its number of frames and its peak as it is decoded', async () => {
    useFakeVoice();
    const folder = testFolder();
    const { frames, peak } = await encodeMp3(sound(1), folder, 'one');
    expect(frames).toBe(FAKE_FRAMES);
    expect(peak).toBeCloseTo(-6.02, 2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['is shorter than the sound', 9],
    ['is cut', 3],
  ])('that %s ends the run', async (_, seconds) => {
    useFakeVoice();
    await expect(encodeMp3(sound(seconds), testFolder(), 'one')).rejects.toMatchObject({
      code: 'encoding-failed',
    });
  });

  it('whose pieces are cut within a sample is measured all the same', async () => {
    usePrograms({ lame: "printf '\\001'; sleep 0.05; printf '\\100\\000'; sleep 0.05; printf '\\300'" });
    expect(await peakOfMp3('/none')).toBeCloseTo(-6.02, 2);
  });

  it('ends the run where the encoder fails', async () => {
    usePrograms({ lame: 'echo "bad input" >&2; exit 1' });
    await expect(encodeMp3(sound(1), testFolder(), 'one')).rejects.toMatchObject({
      message: expect.stringContaining('bad input'),
    });
  });
});

describe('a program', () => {
  it('that isn’t there is named', async () => {
    await expect(runProgram('no-such-program', [])).rejects.toMatchObject({
      code: 'program-missing',
      message: expect.stringContaining('no-such-program'),
    });
  });

  it('gives its code, the end of its complaints, and null where it was killed', async () => {
    expect(await runProgram('sh', ['-c', 'echo oh >&2; exit 3'])).toEqual({ code: 3, stderr: 'oh\n' });
    expect(await runProgram('sh', ['-c', 'kill -KILL $$'])).toMatchObject({ code: null });
    const { stderr } = await runProgram('sh', [
      '-c',
      'head -c 9000 /dev/zero | tr "\\0" x >&2; echo end >&2',
    ]);
    expect(stderr).toHaveLength(2000);
    expect(stderr).toMatch(/xend\n$/u);
  });

  it('is ended with the run', async () => {
    const ends = new AbortController();
    const running = runProgram('sleep', ['60'], { signal: ends.signal });
    ends.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});
