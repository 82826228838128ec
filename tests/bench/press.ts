/** How fast the press narrates, beside Open JTalk alone on the same sentences: seconds of sound for each second of one core. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '../../src/book/book.ts';
import { sentencesOf } from '../../src/book/walk.ts';
import { createNodeAnalyzer } from '../../src/build/node-analyzer.ts';
import { createNodeReadingEngine } from '../../src/build/node-engine.ts';
import { createClipStore } from '../../src/press/clip-store.ts';
import { narrate } from '../../src/press/narrate.ts';
import { SYSTEM_DICTIONARY } from '../../src/press/open-jtalk/dictionary.ts';
import { speakLine } from '../../src/press/open-jtalk/speak.ts';
import { MEI } from '../../src/press/voice.ts';
import { type Bar, formatNumber, formatTable } from './bars.ts';

export interface PressSpeed {
  /** Seconds of sound. */
  readonly sound: number;
  /** Of the processor, in this process and in those that it started. */
  readonly seconds: number;
}

export interface PressResult {
  readonly press: PressSpeed;
  /** Open JTalk alone: no readings, no encoding, nothing kept. */
  readonly openJtalk: PressSpeed;
}

const LEAST = 20;
const SENTENCES = 24;

/** `null` where Open JTalk, LAME or the voice aren't here: `npm run press` fetches them. */
export async function measurePress(root: string, book: Book): Promise<PressResult | null> {
  const cache = join(root, '.cache', 'press');
  const voicePath = join(cache, `${MEI.id}.htsvoice`);
  if (![voicePath, '/usr/bin/open_jtalk', '/usr/bin/lame'].every((path) => existsSync(path))) return null;
  const some = excerptOf(book);
  const [engine, analyzer] = await Promise.all([createNodeReadingEngine(root), createNodeAnalyzer(root)]);
  const folder = await mkdtemp(join(tmpdir(), 'tomoyomi-bench-'));
  try {
    const options = { engine, analyzer, voice: MEI, voicePath, cache, parallel: 1 };
    const into = (name: string) => ({ ...options, clips: createClipStore(join(folder, name)) });
    // The first time a document's words go into the dictionary, once for all its sentences.
    await narrate(some, into('first'));
    const press = await timed(async () => {
      const clips = await narrate(some, into('second'));
      const frames = new Map([...clips.values()].map(({ key, facts }) => [key, facts.frames]));
      return ([...frames.values()].reduce((sum, count) => sum + count, 0) * 576) / 22050;
    });
    const voice = { dictionary: SYSTEM_DICTIONARY, voice: voicePath, rate: MEI.rate };
    const openJtalk = await timed(async () => {
      let sound = 0;
      for (const text of new Set(sentencesOf(some).map(({ sentence }) => sentence.text))) {
        const spoken = await speakLine(voice, text, folder, 'bare');
        sound += spoken === null ? 0 : spoken.sound.samples.length / spoken.sound.sampleRate;
      }
      return sound;
    });
    return { press, openJtalk };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sentences from the middle of the book's text, none too long for Open JTalk alone. */
function excerptOf(book: Book): Book {
  const sentences = sentencesOf(book)
    .filter(({ role, sentence }) => role === 'text' && sentence.text.length < 100)
    .slice(0, SENTENCES)
    .map(({ sentence }) => sentence);
  return {
    ...book,
    title: [],
    sections: [{ id: 'bench', heading: [], blocks: [{ type: 'paragraph', sentences }], sections: [] }],
  };
}

async function timed(work: () => Promise<number>): Promise<PressSpeed> {
  const before = processorSeconds();
  const sound = await work();
  return { sound, seconds: processorSeconds() - before };
}

/** Of this process and of its children that have ended (proc(5): utime, stime, cutime, cstime, in hundredths). */
function processorSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

const speedOf = ({ sound, seconds }: PressSpeed): number => sound / seconds;

export function pressBars({ press }: PressResult): readonly Bar[] {
  return [
    { name: 'press: sound for each second of a core', figure: speedOf(press), least: LEAST, unit: '×' },
  ];
}

export function pressTable({ press, openJtalk }: PressResult): string {
  const row = (name: string, speed: PressSpeed): string[] => [
    name,
    `${formatNumber(speed.sound)} s`,
    `${formatNumber(speed.seconds)} s`,
    `${formatNumber(speedOf(speed))}×`,
  ];
  return formatTable([
    ['Press', 'sound', 'processor', 'faster than the sound'],
    row('ともよみ, with readings and MP3', press),
    row('Open JTalk alone', openJtalk),
  ]);
}
