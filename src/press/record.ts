/** Makes and checks the recordings of the bundled books. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createNodeReadingEngine } from '../build/node-engine.ts';
import { createClipStore } from './clip-store.ts';
import { bundledBooks } from './inputs.ts';
import { type NarrateOptions, narrate } from './narrate.ts';
import { PressError } from './press-error.ts';
import type { Progress } from './progress.ts';
import {
  bookRecordings,
  clipPath,
  isRecorded,
  LOCK_PATH,
  type LockedClip,
  type RecordingsLock,
  readingOf,
  readLock,
} from './recordings.ts';
import { writeWhole } from './write-books.ts';

export interface RecordOptions extends Omit<NarrateOptions, 'clips' | 'onProgress'> {
  readonly progress: (label: string) => Progress;
  readonly say: (message: string) => void;
}

/** Speaks what has no clip yet, and leaves in `content/audio` exactly the clips that the books need. */
export async function recordBooks(root: string, options: RecordOptions): Promise<void> {
  const { cache, progress, say, voice } = options;
  const clips = createClipStore(join(cache, 'clips'));
  const locked: Record<string, LockedClip> = {};
  await mkdir(join(root, 'content', 'audio', 'clips'), { recursive: true });
  const present = new Set(await readdir(join(root, 'content', 'audio', 'clips')));
  for (const [id, book] of await bundledBooks(root)) {
    if (!isRecorded(id)) continue;
    const bar = progress(id);
    const spoken = await narrate(book, {
      ...options,
      clips,
      onProgress: (done, all) => bar.update(done, all),
    }).finally(() => bar.finish());
    for (const clip of spoken.values()) {
      const { frames, peak, sha256, words, misreadings } = clip.facts;
      for (const { surface, reading, said } of misreadings) {
        say(`聞いて確かめてください：「${surface}」は${reading}、声は${said}（${clip.sentence.text}）`);
      }
      locked[clip.key] = {
        text: clip.sentence.text,
        reading: readingOf(clip),
        frames,
        peak,
        sha256,
        words: words.map(({ start, end, from, to }) => [start, end, from, to]),
      };
      const path = clipPath(clip.key);
      if (!present.has(`${clip.key}.mp3`)) await writeWhole(join(root, path), await clips.load(clip.key));
    }
  }
  for (const name of present) {
    const key = name.replace(/\.mp3$/u, '');
    if (!(key in locked)) await rm(join(root, 'content', 'audio', 'clips', name), { force: true });
  }
  const lock: RecordingsLock = { version: 1, voice: voice.id, clips: sorted(locked) };
  await writeWhole(join(root, LOCK_PATH), written(lock));
  say(`${Object.keys(locked).length}の文の録音がそろいました。`);
}

/** Rejects with `recordings-outdated`, after naming every sentence whose recording isn't its own. */
export async function checkRecordings(root: string, say: (message: string) => void): Promise<void> {
  const lock = await readLock(root);
  const engine = await createNodeReadingEngine(root);
  let faults = 0;
  let sentences = 0;
  for (const [id, book] of await bundledBooks(root)) {
    if (!isRecorded(id)) continue;
    const result = await bookRecordings(root, book, engine, lock ?? { version: 1, voice: '', clips: {} });
    if (result.ok) {
      sentences += result.narration?.overlay.clips.length ?? 0;
      continue;
    }
    for (const fault of result.faults) {
      say(
        `${fault.book}：${fault.code === 'missing' ? '録音がありません' : '録音がこわれています'}「${fault.text}」`,
      );
    }
    faults += result.faults.length;
  }
  if (faults > 0) {
    throw new PressError(
      'recordings-outdated',
      `${faults}の文の録音が今の文と合っていません。npm run press -- --record で作りなおせます。`,
    );
  }
  say(`録音は今の文と合っています（${sentences}文）。`);
}

function sorted(clips: Readonly<Record<string, LockedClip>>): Readonly<Record<string, LockedClip>> {
  return Object.fromEntries(Object.entries(clips).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A line for each clip, so that a change of one sentence is a change of one line. */
function written(lock: RecordingsLock): string {
  const lines = Object.entries(lock.clips).map(
    ([key, clip]) => `    ${JSON.stringify(key)}: ${JSON.stringify(clip)}`,
  );
  return `{\n  "version": ${lock.version},\n  "voice": ${JSON.stringify(lock.voice)},\n  "clips": {\n${lines.join(',\n')}\n  }\n}\n`;
}
