/** What the officer is told of a pressed book, as data. */
import type { Book, Ruby, Seconds, Sentence, SentenceId, TextRange } from '../../book/book.ts';
import { sentencesOf } from '../../book/walk.ts';
import type { WriteProblem } from '../../formats/talking-book.ts';
import { type DoubtReason, doubtsOf, groupDoubts } from '../../japanese/doubt.ts';
import type { NarratedClip } from '../narrate.ts';
import type { PressFormat } from '../options.ts';
import type { NarrationFault } from './check-narration.ts';
import type { Validation } from './validators.ts';

export interface ReportedFile {
  /** Below the folder for books. */
  readonly path: string;
  readonly bytes: number;
  readonly isFolder: boolean;
}

export interface ReportedFormat {
  readonly format: PressFormat;
  readonly files: readonly ReportedFile[];
  readonly problems: readonly WriteProblem[];
}

/** A stretch of a sentence that a person should look at or listen to. */
export interface ReportedPlace {
  readonly sentence: Sentence;
  readonly range: TextRange;
  /** The heading that it stands under; empty for none. */
  readonly heading: string;
}

/** A word whose reading is doubtful, with all its places. */
export interface ReportedDoubt {
  readonly surface: string;
  /** Empty where nobody knows. */
  readonly reading: string;
  readonly alternatives: readonly string[];
  readonly reason: DoubtReason;
  readonly places: readonly ReportedPlace[];
}

/** A place that the voice reads otherwise than the text says. */
export interface ReportedMisreading {
  readonly place: ReportedPlace;
  readonly surface: string;
  readonly reading: string;
  readonly said: string;
}

export interface ReportedNarration {
  readonly narrator: string;
  readonly credits: readonly string[];
  readonly duration: Seconds;
  readonly peak: number;
  readonly faults: readonly NarrationFault[];
  readonly misreadings: readonly ReportedMisreading[];
  /** Sentences that the voice has nothing to say for. */
  readonly unspoken: readonly ReportedPlace[];
}

export interface Report {
  readonly title: string;
  /** ISO 8601, a day. */
  readonly date: string;
  readonly generator: string;
  readonly sentences: number;
  /** That have a reading. */
  readonly words: number;
  readonly formats: readonly ReportedFormat[];
  readonly doubts: readonly ReportedDoubt[];
  /** `null` for books of text alone. */
  readonly narration: ReportedNarration | null;
  readonly validations: readonly Validation[];
}

/** Where each sentence stands. */
export function placesOf(book: Book): ReadonlyMap<SentenceId, Omit<ReportedPlace, 'range'>> {
  return new Map(
    sentencesOf(book).map(({ sentence, section }) => [
      sentence.id,
      { sentence, heading: section?.heading.map(({ text }) => text).join('') ?? '' },
    ]),
  );
}

/** The doubtful words, those of most places first. */
export function reportedDoubts(book: Book): readonly ReportedDoubt[] {
  const places = placesOf(book);
  return groupDoubts(doubtsOf(book))
    .map((group): ReportedDoubt => {
      const [{ surface, reading, alternatives, reason }] = group as readonly [(typeof group)[number]];
      return {
        surface,
        reading,
        alternatives,
        reason,
        places: group.flatMap(({ sentence, start, end }) => {
          const place = places.get(sentence);
          return place === undefined ? [] : [{ ...place, range: { start, end } }];
        }),
      };
    })
    .sort((one, other) => other.places.length - one.places.length);
}

/** The misreadings that are left; sentences of the same words share a clip, and are named once. */
export function reportedMisreadings(
  book: Book,
  clips: ReadonlyMap<SentenceId, NarratedClip>,
): readonly ReportedMisreading[] {
  const seen = new Set<string>();
  const found: ReportedMisreading[] = [];
  for (const [id, place] of placesOf(book)) {
    const clip = clips.get(id);
    if (clip === undefined || seen.has(clip.key)) continue;
    seen.add(clip.key);
    for (const { start, end, surface, reading, said } of clip.facts.misreadings) {
      found.push({ place: { ...place, range: { start, end } }, surface, reading, said });
    }
  }
  return found;
}

/** The number of words that have a reading. */
export function countWords(book: Book): number {
  return sentencesOf(book).reduce((sum, { sentence }) => sum + wordsIn(sentence), 0);
}

function wordsIn({ words, ruby }: { readonly words: readonly TextRange[]; readonly ruby: readonly Ruby[] }) {
  return words.length > 0 ? words.length : ruby.length;
}
