/**
 * A real engine that tells of its words: the word that is marked is the one that is heard. The times are Open JTalk's own, and
 * the sound card's recording says that they are true.
 */
import { whyNoSystemSpeech } from '../../tools/speech.mjs';
import { button, expectStatus, giveSettings } from './support/app.ts';
import {
  type Marked,
  openOwn,
  report,
  testWithWords as test,
  watchMarks,
} from './support/system-speech-test.ts';
import { expect } from './support/test.ts';
import { words } from './support/words.ts';

const missing = whyNoSystemSpeech();
test.skip(missing !== null, missing ?? '');
test.skip(
  /google-chrome|Google Chrome/u.test(process.env.CHROME_PATH ?? ''),
  'Google Chrome loads no extension from a folder. Set CHROME_PATH to a Chromium.',
);
test.describe.configure({ timeout: 90_000 });

/** Milliseconds from a word to its mark: never `EARLY` before it, half of them within `OFTEN`, all within `LATE` on a busy machine. */
const [EARLY, OFTEN, LATE] = [40, 100, 500];

/** Sentences with numbers: each stretch as it is spoken and as it is written. */
const SPOKEN_AND_WRITTEN: readonly (readonly (readonly [spoken: string, written: string])[])[] = [
  [
    ['会は、4月', '会は、4月'],
    ['ついたち', '1日'],
    ['の午後', 'の午後'],
    ['2時30分', '2:30'],
    ['に始まります。', 'に始まります。'],
  ],
  [
    ['川沿いを', '川沿いを'],
    ['20キロメートル', '20km'],
    ['歩きます。', '歩きます。'],
  ],
];

/** A stretch of the written text, and the exact place within it where it is spoken as it is written. */
interface WrittenPlace {
  readonly from: number;
  readonly to: number;
  readonly exact: number | null;
}

/** What `offset` of a sentence's spoken text stands for. */
function writtenAt(index: number, offset: number): WrittenPlace {
  let [spokenAt, writtenAt] = [0, 0];
  for (const [spoken, written] of SPOKEN_AND_WRITTEN[index] ?? []) {
    if (offset < spokenAt + spoken.length) {
      const exact = spoken === written ? writtenAt + offset - spokenAt : null;
      return { from: writtenAt, to: writtenAt + written.length, exact };
    }
    spokenAt += spoken.length;
    writtenAt += written.length;
  }
  throw new Error(`Nothing is spoken at ${offset}.`);
}

function isAt({ word }: Marked, { from, to, exact }: WrittenPlace): boolean {
  if (word === null) return false;
  return (
    (exact === null || word.start === exact) && word.start >= from && word.start + word.text.length <= to
  );
}

test('The word that is heard is the word that is marked', async ({ page, system: { sink }, tts }) => {
  await giveSettings(page, { narrator: 'device' });
  await openOwn(
    page,
    SPOKEN_AND_WRITTEN.map((parts) => parts.map(([, one]) => one).join('')),
  );
  const marks = await watchMarks(page);
  await button(page, '聞く').click();
  await expectStatus(page, words('player.finished'));
  const timeline = await marks();
  const sayings = tts.said().slice(-SPOKEN_AND_WRITTEN.length);
  expect(sayings.map(({ text }) => text)).toEqual(
    SPOKEN_AND_WRITTEN.map((parts) => parts.map(([one]) => one).join('')),
  );
  const late: number[] = [];
  for (const [index, { text, time, words: said }] of sayings.entries()) {
    expect(said.length).toBeGreaterThan(5);
    const first = (said[0]?.from ?? 0) * 1000;
    const heard = (sink.soundSince(time) ?? 0) - time - first;
    report('first word heard after its time', heard);
    expect(Math.abs(heard)).toBeLessThan(OFTEN);
    let before: WrittenPlace | null = null;
    for (const [at, { start, from }] of said.entries()) {
      const place = writtenAt(index, start);
      const length = ((said[at + 1]?.from ?? Number.POSITIVE_INFINITY) - from) * 1000;
      const begin = time + from * 1000;
      const shown = timeline.find(
        (mark) => mark.time > begin - EARLY && mark.time < begin + LATE && isAt(mark, place),
      );
      // A number's words are one stretch on the page, marked once; what is shorter than a few frames may be passed over.
      const isNew = before === null || place.from !== before.from || place.exact !== before.exact;
      if (isNew && length > OFTEN) expect(shown, `the mark from ${start} on of ${text}`).toBeDefined();
      if (isNew && shown !== undefined) late.push(shown.time - begin);
      before = place;
    }
  }
  late.sort((one, other) => one - other);
  const median = late[Math.floor(late.length / 2)] ?? Number.POSITIVE_INFINITY;
  report('mark after its word, median', median);
  report('mark after its word, at most', late.at(-1) ?? 0);
  expect(median).toBeLessThan(OFTEN);
});
