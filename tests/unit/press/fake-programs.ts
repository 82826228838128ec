/** Stand-ins for the programs that the press runs, for the time of one test: what they leave is given, no sound is made. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { writeWav } from '../../../src/press/open-jtalk/wav.ts';
import { testFolder } from './folders.ts';
import { tracePath } from './traces.ts';

/** Puts shell scripts of these names before all other programs. */
export function usePrograms(scripts: Readonly<Record<string, string>>): string {
  const folder = testFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const before = process.env.PATH;
  process.env.PATH = `${folder}:${before}`;
  onTestFinished(() => {
    process.env.PATH = before;
  });
  return folder;
}

/** What a stand-in for Open JTalk does, with `$wav`, `$trace` and `$text` for its files. */
export function engineScript(body: string): string {
  // open_jtalk -x … -m … -g … -r … -ow WAV -ot TRACE TEXT
  return `wav="\${10}"\ntrace="\${12}"\ntext="\${13}"\n${body}`;
}

/** Frames of MPEG-2 layer III, 22.05 kHz, 48 kbit/s, mono, with nothing in them. */
export function fakeMp3(frames: number): Uint8Array {
  const bytes = new Uint8Array(frames * 156);
  for (let at = 0; at < bytes.length; at += 156) bytes.set([0xff, 0xf3, 0x60, 0xc0], at);
  return bytes;
}

/** How many frames the stand-in for LAME writes: more than the sound of the trace has. */
export const FAKE_FRAMES = 80;

/** Says がっこうへ行く。 whatever it is told; `before` is run first, with `$line` for what it was told. */
export function useFakeVoice(before = ''): string {
  const folder = testFolder();
  const wav = join(folder, 'sound.wav');
  const mp3 = join(folder, 'sound.mp3');
  const raw = join(folder, 'sound.raw');
  const spoken = join(folder, 'spoken.txt');
  writeFileSync(wav, writeWav({ sampleRate: 48000, samples: new Int16Array(96000).fill(8000) }));
  writeFileSync(mp3, fakeMp3(FAKE_FRAMES));
  writeFileSync(raw, new Uint8Array(Int16Array.from([0, 16384, -3]).buffer));
  writeFileSync(spoken, '');
  usePrograms({
    open_jtalk: engineScript(`line=$(cat "$text")
echo "$line" >>${spoken}
${before}
cp ${wav} "$wav" && cp ${tracePath('school')} "$trace"`),
    // lame … WAV MP3, or lame --decode -t --quiet MP3 -
    lame: `for last; do :; done
if [ "$last" = - ]; then cat ${raw}; else cp ${mp3} "$last"; fi`,
  });
  return spoken;
}
