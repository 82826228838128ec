/** From the clips of single sentences to a book's recordings: one for each chapter, at one level, with the silences between. */
import type { Book, Seconds, Section, Sentence } from '../../book/book.ts';
import type { Clip, WordTime } from '../../book/media-overlay.ts';
import { type SentencePlace, sentencesOf } from '../../book/walk.ts';
import type { Narration, Recording } from '../talking-book.ts';
import { durationOf, framesOf, joinFrames, type Mp3Format, readFrames, silentFrame } from './frames.ts';
import { GAIN_STEP, shiftGain } from './gain.ts';

/** A sentence as it was recorded. */
export interface SentenceClip {
  readonly load: () => Promise<Uint8Array>;
  /** How many frames it has. */
  readonly frames: number;
  /** In decibels below full scale, at most 0. */
  readonly peak: number;
  readonly words: readonly WordTime[];
}

export interface AssembleOptions {
  /** The clip of a sentence; `null` for one with nothing to say. */
  readonly clipOf: (sentence: Sentence) => SentenceClip | null;
  /** The silence after a sentence. */
  readonly pauseAfter: (place: SentencePlace) => Seconds;
  readonly narrator: string;
  readonly credits: readonly string[];
}

/** What the press records in: MPEG-2 layer III. */
export const RECORDING_FORMAT: Mp3Format = {
  sampleRate: 22050,
  bitRate: 48000,
  channels: 1,
  samplesPerFrame: 576,
};

/** The loudest sample of a book, in decibels: a step of gain is 1.5 dB, so it comes within 0.75 dB of this. */
export const PEAK_LEVEL = -7;

/** No recording is longer, so that each can be put together in memory and a player seeks quickly. */
const LONGEST: Seconds = 30 * 60;

interface Part {
  readonly clip: SentenceClip;
  readonly silence: number;
}

interface Draft {
  readonly path: string;
  readonly section: Section | null;
  readonly parts: Part[];
  frames: number;
}

/** The book's narration, or `null` where nothing in it is spoken. */
export function assembleNarration(
  book: Book,
  { clipOf, pauseAfter, narrator, credits }: AssembleOptions,
): Narration | null {
  const drafts: Draft[] = [];
  const clips: Clip[] = [];
  const chapters = chapterOf(book);
  let peak = Number.NEGATIVE_INFINITY;
  for (const place of sentencesOf(book)) {
    const clip = place.role === 'drawn' ? null : clipOf(place.sentence);
    if (clip === null) continue;
    const chapter = place.section === null ? null : (chapters.get(place.section) ?? null);
    const silence = framesOf(RECORDING_FORMAT, pauseAfter(place));
    const draft = draftFor(drafts, chapter, clip.frames + silence);
    const begin = durationOf(RECORDING_FORMAT, draft.frames);
    draft.parts.push({ clip, silence });
    draft.frames += clip.frames + silence;
    peak = Math.max(peak, clip.peak);
    clips.push({
      sentence: place.sentence.id,
      audio: draft.path,
      begin,
      end: durationOf(RECORDING_FORMAT, draft.frames),
      ...(clip.words.length > 0 && { words: clip.words }),
    });
  }
  if (drafts.length === 0) return null;
  const steps = Number.isFinite(peak) ? Math.round((PEAK_LEVEL - peak) / GAIN_STEP) : 0;
  return {
    recordings: drafts.map((draft) => recordingOf(draft, titleOf(draft.section, book), steps)),
    overlay: { clips },
    narrator,
    credits,
  };
}

function draftFor(drafts: Draft[], section: Section | null, frames: number): Draft {
  const last = drafts.at(-1);
  const fits = last !== undefined && durationOf(RECORDING_FORMAT, last.frames + frames) <= LONGEST;
  if (last !== undefined && last.section === section && fits) return last;
  const path = `audio${String(drafts.length + 1).padStart(3, '0')}.mp3`;
  const draft: Draft = { path, section, parts: [], frames: 0 };
  drafts.push(draft);
  return draft;
}

function recordingOf({ path, section, parts, frames }: Draft, title: string, steps: number): Recording {
  return {
    path,
    duration: durationOf(RECORDING_FORMAT, frames),
    title,
    section: section?.id ?? null,
    load: async () => {
      const all: Uint8Array[] = [];
      for (const { clip, silence } of parts) {
        const read = readFrames(await clip.load());
        if (read.frames.length !== clip.frames) {
          throw new RangeError(`A clip has ${read.frames.length} frames, not ${clip.frames}.`);
        }
        all.push(...read.frames.map((frame) => shiftGain(frame, steps)));
        const quiet = silentFrame(read.frames[0] as Uint8Array);
        for (let count = 0; count < silence; count++) all.push(quiet);
      }
      return joinFrames(all);
    },
  };
}

function titleOf(section: Section | null, book: Book): string {
  const heading = section?.heading.map((sentence) => sentence.text).join('') ?? '';
  return heading === '' ? book.metadata.title : heading;
}

/** The top section above each section. */
function chapterOf(book: Book): ReadonlyMap<Section, Section> {
  const chapters = new Map<Section, Section>();
  const walk = (section: Section, chapter: Section): void => {
    chapters.set(section, chapter);
    for (const below of section.sections) walk(below, chapter);
  };
  for (const section of book.sections) walk(section, section);
  return chapters;
}
