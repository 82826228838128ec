/**
 * Narrates a book: each sentence once, on all cores, kept as it is finished, so that a run that was ended goes on where it
 * stopped and a changed sentence is spoken alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book, Ruby, Sentence, SentenceId } from '../book/book.ts';
import { sentencesOf } from '../book/walk.ts';
import type { Analyzer } from '../japanese/analyzer.ts';
import type { ReadingEngine } from '../japanese/readings.ts';
import { type ClipFacts, type ClipStore, sha256 } from './clip-store.ts';
import { ENCODING } from './encode.ts';
import { type SpokenSentence, speakSentence } from './narrate-sentence.ts';
import { compileDictionary, type SpokenDictionary } from './open-jtalk/dictionary.ts';
import { predictMisreadings } from './open-jtalk/predict.ts';
import { type Substitution, scriptOf } from './open-jtalk/script.ts';
import type { PressVoice } from './voice.ts';

export interface NarrateOptions {
  readonly engine: ReadingEngine;
  /** The bare dictionary, as Open JTalk has it. */
  readonly analyzer: Analyzer;
  readonly voice: PressVoice;
  /** The voice's file. */
  readonly voicePath: string;
  readonly clips: ClipStore;
  /** A folder that outlives the run, for compiled dictionaries. */
  readonly cache: string;
  readonly signal?: AbortSignal;
  /** Told after each sentence that was spoken now; what was kept already counts as done from the beginning. */
  readonly onProgress?: (done: number, all: number) => void;
  /** How many sentences are spoken at once; all cores unless told. */
  readonly parallel?: number;
}

/** A sentence that is spoken, and the name of its clip. */
export interface ReadSentence {
  readonly sentence: Sentence;
  /** Of the whole sentence, digits included. */
  readonly ruby: readonly Ruby[];
  readonly key: string;
}

export interface NarratedClip extends ReadSentence {
  readonly facts: ClipFacts;
}

/** Raised when the same words would be spoken otherwise: what was kept is then spoken anew. */
const NARRATION_VERSION = 1;

/** The clips of all sentences that have something to say, by the sentences' ids; sentences of the same words share one. */
export async function narrate(
  book: Book,
  options: NarrateOptions,
): Promise<ReadonlyMap<SentenceId, NarratedClip>> {
  const sentences = await readSentences(book, options);
  const facts = new Map<string, ClipFacts>();
  const missing = new Map<string, ReadSentence>();
  for (const one of sentences) {
    if (facts.has(one.key) || missing.has(one.key)) continue;
    const kept = await options.clips.facts(one.key);
    if (kept === null) missing.set(one.key, one);
    else facts.set(one.key, kept);
  }
  if (missing.size > 0) {
    const folder = await mkdtemp(join(tmpdir(), 'tomoyomi-press-'));
    try {
      await speakAll([...missing.values()], missing.size + facts.size, folder, facts, options);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return new Map(
    sentences.flatMap((one) => {
      const known = facts.get(one.key);
      return known === undefined ? [] : [[one.sentence.id, { ...one, facts: known }]];
    }),
  );
}

/** Every spoken sentence of a book with its readings, in order. */
export async function readSentences(
  book: Book,
  { engine, voice, signal }: Pick<NarrateOptions, 'engine' | 'voice' | 'signal'>,
): Promise<readonly ReadSentence[]> {
  const sentences: ReadSentence[] = [];
  for (const { sentence, role } of sentencesOf(book)) {
    if (role === 'drawn') continue;
    signal?.throwIfAborted();
    const read = await readSentence(sentence, engine, voice);
    if (read !== null) sentences.push(read);
  }
  return sentences;
}

/** `null` for a sentence with nothing to say. */
export async function readSentence(
  sentence: Sentence,
  engine: ReadingEngine,
  voice: PressVoice,
): Promise<ReadSentence | null> {
  const lines = scriptOf(sentence, [], ({ reading }) => reading);
  if (lines.length === 0) return null;
  const author = sentence.ruby.filter(({ origin }) => origin === 'author' || origin === 'reader');
  const { ruby } = await engine.read(sentence.text, { author, digits: 'always' });
  const how = [NARRATION_VERSION, voice.id, voice.sha256, voice.rate, ENCODING];
  const what = [lines.map((line) => line.text), ruby.map(({ start, end, reading }) => [start, end, reading])];
  return { sentence, ruby, key: sha256(JSON.stringify([how, what])).slice(0, 32) };
}

/** Two rounds: as predicted, and what was still said otherwise once more with rows for it. */
async function speakAll(
  missing: readonly ReadSentence[],
  all: number,
  folder: string,
  done: Map<string, ClipFacts>,
  options: NarrateOptions,
): Promise<void> {
  const { analyzer, cache, clips, onProgress, signal, voice, voicePath } = options;
  const substitutions = new Map<ReadSentence, readonly Substitution[]>();
  for (const one of missing) {
    signal?.throwIfAborted();
    substitutions.set(one, await predictMisreadings(one.sentence.text, one.ruby, analyzer));
  }
  const keep = async (one: ReadSentence, spoken: SpokenSentence): Promise<void> => {
    const { bytes, ...facts } = spoken;
    done.set(one.key, await clips.keep(one.key, bytes, facts));
    onProgress?.(done.size, all);
  };
  const speaker = (dictionary: SpokenDictionary) => (one: ReadSentence) =>
    speakSentence(
      one.sentence,
      one.ruby,
      substitutions.get(one) ?? [],
      {
        engine: { dictionary: dictionary.folder, voice: voicePath, rate: voice.rate },
        keyOf: dictionary.keyOf,
        folder,
        ...(signal !== undefined && { signal }),
      },
      one.key,
    );

  const again: ReadSentence[] = [];
  const first = speaker(await compileDictionary(cache, [...substitutions.values()].flat()));
  await inParallel(missing, options, async (one) => {
    const spoken = await first(one);
    if (spoken === null) return;
    if (spoken.misreadings.length === 0) return keep(one, spoken);
    substitutions.set(one, merged(substitutions.get(one) ?? [], spoken.misreadings));
    again.push(one);
  });
  if (again.length === 0) return;
  const second = speaker(
    await compileDictionary(
      cache,
      again.flatMap((one) => substitutions.get(one) ?? []),
    ),
  );
  await inParallel(again, options, async (one) => {
    const spoken = await second(one);
    if (spoken !== null) await keep(one, spoken);
  });
}

/** Later ones in the place of those that they overlap. */
function merged(before: readonly Substitution[], found: readonly Substitution[]): readonly Substitution[] {
  const kept = before.filter((one) => !found.some((other) => one.start < other.end && other.start < one.end));
  return [
    ...kept,
    ...found.map(({ start, end, surface, reading }) => ({ start, end, surface, reading })),
  ].sort((one, other) => one.start - other.start);
}

/** Works on so many items at once; the first failure ends the others. */
async function inParallel<Item>(
  items: readonly Item[],
  { parallel = availableParallelism(), signal }: Pick<NarrateOptions, 'parallel' | 'signal'>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const item = items[next];
      next += 1;
      if (item === undefined || failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, parallel) }, worker));
}
