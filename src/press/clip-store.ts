/** The clips on disk, a pair of files each: the sound, and what is known of it. A clip is named by what it says and how. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WordTime } from '../book/media-overlay.ts';
import { pressErrorOf, replaceFile } from './files.ts';
import type { Misreading } from './open-jtalk/compare.ts';

/** What is known of a clip without opening its sound. */
export interface ClipFacts {
  /** Of the sound's frames. */
  readonly frames: number;
  /** In decibels below full scale, rounded to hundredths. */
  readonly peak: number;
  /** Of the sound's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly words: readonly WordTime[];
  /** Where the voice reads otherwise than the text, after all was done to make it agree. */
  readonly misreadings: readonly Misreading[];
}

export interface ClipStore {
  /** `null` where there is no such clip, or a damaged one. */
  facts(key: string): Promise<ClipFacts | null>;
  load(key: string): Promise<Uint8Array>;
  /**
   * Whole or not at all: a killed run leaves nothing half-written under a clip's name. Rejects with `disk-full` or
   * `not-writable`.
   */
  keep(key: string, bytes: Uint8Array, facts: Omit<ClipFacts, 'sha256'>): Promise<ClipFacts>;
}

export function createClipStore(folder: string): ClipStore {
  const sound = (key: string): string => join(folder, key.slice(0, 2), `${key}.mp3`);
  const notes = (key: string): string => join(folder, key.slice(0, 2), `${key}.json`);
  return {
    async facts(key) {
      try {
        const [text, bytes] = await Promise.all([readFile(notes(key), 'utf8'), readFile(sound(key))]);
        const facts = JSON.parse(text) as ClipFacts;
        return facts.sha256 === sha256(bytes) ? facts : null;
      } catch {
        return null;
      }
    },
    load: (key) => readFile(sound(key)),
    async keep(key, bytes, given) {
      const facts: ClipFacts = { ...given, sha256: sha256(bytes) };
      try {
        await replaceFile(sound(key), bytes);
        await replaceFile(notes(key), JSON.stringify(facts));
      } catch (error) {
        throw pressErrorOf(error, folder);
      }
      return facts;
    },
  };
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
