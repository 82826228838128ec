/** What can be wrong around a player: each is fuzzed by itself. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { BOOK_VERSION, type Book, type Section, type Sentence } from '../../src/book/book.ts';
import type { RecordedBook, RecordedClip } from '../../src/narration/recorded-book.ts';
import { readRecording } from './clips.ts';
import type { Mood } from './moody-speech.ts';

export interface Situation {
  readonly name: string;
  /** The id of a bundled book, or one of {@link soakBooks}. */
  readonly book: string;
  readonly narrator: 'recorded' | 'device';
  /** The voice's moods; one after the other, by chance, where there are several. */
  readonly moods: readonly [Mood, ...Mood[]];
  /** Changes what the site answers. */
  readonly spoil?: (context: BrowserContext, dist: string) => Promise<unknown>;
}

const PLAN = 'plan-2';
const SOUND = '**/audio/**/*.mp3';
const LIST = '**/audio/**/*clips.json';

const recorded = (
  name: string,
  spoil?: Situation['spoil'],
  moods: Situation['moods'] = ['slow'],
): Situation => ({
  name,
  book: PLAN,
  narrator: 'recorded',
  moods,
  ...(spoil && { spoil }),
});
const device = (name: string, moods: Situation['moods'], book = PLAN): Situation => ({
  name,
  book,
  narrator: 'device',
  moods,
});

/** The sound of one file in the place of every other. */
async function soundOf(dist: string, change: (bytes: Buffer) => Buffer): Promise<Buffer> {
  const { files } = readRecording(dist, PLAN);
  return change(await readFile(join(dist, files[0]?.address ?? '')));
}

const answerSound =
  (change: (bytes: Buffer) => Buffer): NonNullable<Situation['spoil']> =>
  async (context, dist) => {
    const body = await soundOf(dist, change);
    return context.route(SOUND, (route) => route.fulfill({ body, contentType: 'audio/mpeg' }));
  };

const answerList =
  (change: (list: RecordedBook) => unknown): NonNullable<Situation['spoil']> =>
  async (context, dist) => {
    const body = JSON.stringify(change(readRecording(dist, PLAN)));
    return context.route(LIST, (route) => route.fulfill({ body, contentType: 'application/json' }));
  };

/** Every third clip ends where it begins. */
const withEmptyClips = (list: RecordedBook): RecordedBook => ({
  ...list,
  clips: list.clips.map((clip, index): RecordedClip => {
    const [sentence, file, begin, end] = clip;
    return [sentence, file, begin, index % 3 === 0 ? begin : end];
  }),
});

export const SITUATIONS: readonly Situation[] = [
  recorded('recording, all well'),
  recorded('recording, and a voice with moods', undefined, ['quick', 'silent', 'gone', 'failing', 'endless']),
  recorded('sound missing', (context) => context.route(SOUND, (route) => route.fulfill({ status: 404 }))),
  recorded('sound cut off by the network', (context) => context.route(SOUND, (route) => route.abort())),
  recorded('sound that never comes', (context) => context.route(SOUND, () => {})),
  recorded(
    'sound truncated',
    answerSound((bytes) => bytes.subarray(0, Math.floor(bytes.length / 4))),
  ),
  recorded(
    'sound of the wrong length',
    answerSound((bytes) => Buffer.concat([bytes, bytes, bytes])),
  ),
  recorded(
    'sound that is none',
    answerSound((bytes) => Buffer.alloc(bytes.length, 7)),
  ),
  recorded('no list of clips', (context) => context.route(LIST, (route) => route.fulfill({ status: 404 }))),
  recorded(
    'a list of clips that is none',
    answerList(() => ({ version: 1, clips: 'x' })),
  ),
  recorded('clips of no length', answerList(withEmptyClips)),
  device('voice, all well', ['slow']),
  device('voice that is quicker than presses', ['quick']),
  device('voice that never answers', ['silent']),
  device('voice that never ends', ['endless']),
  device('voice that always fails', ['failing']),
  device('voices that vanish and come back', ['quick', 'gone', 'slow', 'gone']),
  device('ten thousand sentences', ['quick'], 'soak-long'),
  device('a book without headings', ['quick', 'slow'], 'soak-flat'),
];

/** Documents of the reader's own: a very long one, and one without headings. */
export function soakBooks(): readonly Book[] {
  return [
    book(
      'soak-long',
      Array.from({ length: 100 }, (_, number) => section(`s${number}`, [`第${number + 1}章`], 100)),
    ),
    book('soak-flat', [section('only', [], 60)]),
  ];
}

function book(id: string, sections: readonly Section[]): Book {
  return {
    version: BOOK_VERSION,
    id,
    metadata: { title: id, language: 'ja', creators: [] },
    title: [],
    sections,
  };
}

function section(id: string, heading: readonly string[], count: number): Section {
  const sentence = (text: string, index: number): Sentence => ({
    id: `${id}-${index}`,
    text,
    ruby: [],
    marks: [],
    words: [],
  });
  const sentences = Array.from({ length: count }, (_, index) =>
    sentence(`これは${id}の${index + 1}ばんめの文です。`, index),
  );
  const blocks = Array.from({ length: count / 5 }, (_, index) => ({
    type: 'paragraph' as const,
    sentences: sentences.slice(index * 5, index * 5 + 5),
  }));
  return { id, heading: heading.map((text) => sentence(text, -1)), blocks, sections: [] };
}
