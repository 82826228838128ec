/** From a book to what is said of it, in order. */
import type { Book, Seconds, Sentence, SentenceId } from '../book/book.ts';
import { type SentencePlace, type SentenceRole, sectionsOf, sentencesOf } from '../book/walk.ts';
import type { SpeechText } from '../japanese/speech-text.ts';
import { isSpeakable } from './chunks.ts';
import type { Utterance } from './voice.ts';

/** The silence after the last sentence of a heading, paragraph, item …, in seconds at rate 1. */
const PAUSES: Readonly<Record<SentenceRole, Seconds>> = {
  title: 0.8,
  heading: 0.8,
  text: 0.5,
  item: 0.3,
  cell: 0.3,
  caption: 0.5,
  alternative: 0.5,
  drawn: 0,
};

/** The silence between two sentences of one paragraph. */
const SENTENCE_PAUSE: Seconds = 0.1;

/**
 * What the narrator says of a book. Left out are boxes of drawn figures, whose caption is spoken, and sentences with
 * nothing to pronounce. `say` puts a sentence into words.
 */
export function planUtterances(book: Book, say: (sentence: Sentence) => SpeechText): readonly Utterance[] {
  const sections = new Map(sectionsOf(book).map(({ section }, index) => [section, index]));
  const language = voiceLanguage(book.metadata.language);
  return sentencesOf(book).flatMap((place) => {
    if (place.role === 'drawn') return [];
    const sectionIndex = place.section === null ? undefined : sections.get(place.section);
    return utterancesOf(place, say(place.sentence), language, sectionIndex);
  });
}

/**
 * Where to speak when the reader points at `sentence`: there, or at the next sentence that is spoken, or at the last
 * one. `null` where the book has no such sentence, or nothing to say.
 */
export function spokenSentence(
  book: Book,
  utterances: readonly Utterance[],
  sentence: SentenceId,
): SentenceId | null {
  const spoken = new Set(utterances.map((utterance) => utterance.sentence));
  const order = sentencesOf(book).map((place) => place.sentence.id);
  const at = order.indexOf(sentence);
  if (at === -1) return null;
  return order.slice(at).find((id) => spoken.has(id)) ?? utterances.at(-1)?.sentence ?? null;
}

function utterancesOf(
  { sentence, role, last }: SentencePlace,
  spoken: SpeechText,
  language: string,
  sectionIndex: number | undefined,
): readonly Utterance[] {
  if (!isSpeakable(spoken.text)) return [];
  return [
    {
      sentence: sentence.id,
      text: spoken.text,
      map: spoken.map,
      pauseAfter: last ? PAUSES[role] : SENTENCE_PAUSE,
      language,
      ...(sectionIndex === undefined ? {} : { sectionIndex }),
    },
  ];
}

/** Voices want a region with the language, and Android takes no voice without it. */
function voiceLanguage(language: string): string {
  return /^ja$/iu.test(language) ? 'ja-JP' : language;
}
