import { describe, expect, it } from 'vitest';
import { parseRecordedBook } from '../../../src/narration/parse-recorded-book.ts';
import type { RecordedBook, RecordedFile } from '../../../src/narration/recorded-book.ts';

const file = (name: string, changes: object = {}): RecordedFile => ({
  address: `/audio/plan-2/${name}.mp3`,
  bytes: 1000,
  sha256: 'a'.repeat(64),
  duration: 5,
  title: 'はじめに',
  section: null,
  ...changes,
});
const good: RecordedBook = {
  version: 1,
  book: 'plan-2',
  duration: 10,
  narrator: 'Mei',
  credits: ['CC BY 3.0'],
  files: [file('0a-audio001'), file('0b-audio002', { section: 's1' })],
  clips: [
    ['a', 0, 0, 2],
    [
      'b',
      0,
      2,
      5.0001,
      [
        [0, 2, 0, 0.4],
        [3, 4, 0.4, 3],
      ],
    ],
    ['c', 1, 0, 4.5],
  ],
};

/** The list with one clip changed. */
const clip = (index: number, changes: readonly unknown[]): object => ({
  clips: good.clips.map((one, at) => (at === index ? changes : one)),
});

describe('a list of recordings', () => {
  it('comes out as it went in', () => {
    expect(parseRecordedBook(JSON.parse(JSON.stringify(good)), 'plan-2')).toEqual({
      ok: true,
      recorded: good,
    });
  });

  it('is understood with fields that a later version adds', () => {
    const later = { ...good, colour: 'red', files: good.files.map((one) => ({ ...one, pitch: 3 })) };
    expect(parseRecordedBook(later, 'plan-2')).toEqual({ ok: true, recorded: good });
  });

  const [first, second] = good.files;
  it.each<[string, unknown, string, string]>([
    ['nothing', null, 'wrong-version', 'version'],
    ['a page', '<!doctype html>', 'wrong-version', 'version'],
    ['a list', [], 'wrong-version', 'version'],
    ['another version', { version: 2 }, 'wrong-version', 'version'],
    ['another book', { book: 'plan-3' }, 'other-book', 'book'],
    ['no length', { duration: 0 }, 'bad-field', 'duration'],
    ['a narrator who is no text', { narrator: 7 }, 'bad-field', 'narrator'],
    ['credits that are no texts', { credits: [1] }, 'bad-field', 'credits'],
    ['files that are no list', { files: {} }, 'bad-field', 'files'],
    ['clips that are no list', { clips: null }, 'bad-field', 'clips'],
    ['a file without a title', { files: [file('a', { title: null })] }, 'bad-field', 'files[0]'],
    ['a section that is a number', { files: [file('a', { section: 3 })] }, 'bad-field', 'files[0]'],
    [
      'a file elsewhere',
      { files: [file('a', { address: 'https://example.org/a.mp3' })] },
      'bad-file',
      'files[0]',
    ],
    [
      'a file of another book',
      { files: [file('a', { address: '/audio/plan-3/a.mp3' })] },
      'bad-file',
      'files[0]',
    ],
    [
      'a path that leaves',
      { files: [file('a', { address: '/audio/plan-2/../a.mp3' })] },
      'bad-file',
      'files[0]',
    ],
    ['a file of no bytes', { files: [first, file('b', { bytes: 0 })] }, 'bad-file', 'files[1]'],
    ['a file with half a byte', { files: [file('a', { bytes: 1.5 })] }, 'bad-file', 'files[0]'],
    ['a file of no length', { files: [file('a', { duration: 0 })] }, 'bad-file', 'files[0]'],
    ['a file of endless length', { files: [file('a', { duration: Infinity })] }, 'bad-file', 'files[0]'],
    ['a file without a hash', { files: [file('a', { sha256: 'abc' })] }, 'bad-file', 'files[0]'],
    ['the same file twice', { files: [second, second] }, 'repeated-file', 'files[1]'],
    ['no clips', { clips: [] }, 'no-clips', 'clips'],
    ['a clip that is no list', clip(1, 'b' as unknown as []), 'bad-field', 'clips[1]'],
    ['a clip without a sentence', clip(1, ['', 0, 2, 5]), 'bad-field', 'clips[1]'],
    ['a clip of a file that isn’t there', clip(2, ['c', 2, 0, 1]), 'unknown-file', 'clips[2]'],
    ['a clip of a file before the first', clip(0, ['a', -1, 0, 1]), 'unknown-file', 'clips[0]'],
    ['a clip of half a file', clip(0, ['a', 0.5, 0, 1]), 'unknown-file', 'clips[0]'],
    ['a clip of a file in words', clip(0, ['a', '0', 0, 1]), 'unknown-file', 'clips[0]'],
    ['a sentence that is said twice', clip(2, ['a', 1, 0, 4]), 'repeated-sentence', 'clips[2]'],
    ['a clip of no length', clip(0, ['a', 0, 0, 0]), 'no-duration', 'clips[0]'],
    ['a clip that ends before it begins', clip(1, ['b', 0, 3, 2]), 'no-duration', 'clips[1]'],
    ['a clip that begins before the file', clip(0, ['a', 0, -1, 2]), 'no-duration', 'clips[0]'],
    ['a clip without an end', clip(1, ['b', 0, 2]), 'no-duration', 'clips[1]'],
    ['a clip whose end is no number', clip(1, ['b', 0, 2, Number.NaN]), 'no-duration', 'clips[1]'],
    [
      'a file that comes again',
      {
        clips: [
          ['a', 1, 0, 2],
          ['b', 0, 0, 2],
        ],
      },
      'out-of-order',
      'clips[1]',
    ],
    ['clips that overlap', clip(1, ['b', 0, 1.9, 4]), 'overlap', 'clips[1]'],
    ['a gap between clips', clip(1, ['b', 0, 2.1, 4]), 'gap', 'clips[1]'],
    ['a gap before the first clip of a file', clip(2, ['c', 1, 0.5, 4]), 'gap', 'clips[2]'],
    ['a clip beyond the file’s end', clip(2, ['c', 1, 0, 5.01]), 'beyond-end', 'clips[2]'],
    ['words that are no list', clip(0, ['a', 0, 0, 2, {}]), 'bad-field', 'clips[0]'],
    ['a word that is no list', clip(0, ['a', 0, 0, 2, [5]]), 'bad-field', 'clips[0]'],
    ['an empty word', clip(0, ['a', 0, 0, 2, [[1, 1, 0, 1]]]), 'bad-word', 'clips[0]'],
    [
      'words over each other',
      clip(0, [
        'a',
        0,
        0,
        2,
        [
          [0, 2, 0, 1],
          [1, 3, 1, 2],
        ],
      ]),
      'bad-word',
      'clips[0]',
    ],
    [
      'words said out of order',
      clip(0, [
        'a',
        0,
        0,
        2,
        [
          [0, 2, 1, 2],
          [2, 3, 0, 1],
        ],
      ]),
      'bad-word',
      'clips[0]',
    ],
    ['a word said backwards', clip(0, ['a', 0, 0, 2, [[0, 2, 1, 0.5]]]), 'bad-word', 'clips[0]'],
    ['a word said after its sentence', clip(0, ['a', 0, 0, 2, [[0, 2, 1, 2.2]]]), 'bad-word', 'clips[0]'],
  ])('is turned down where it is or has %s', (_, changes, code, where) => {
    const isWhole = typeof changes !== 'object' || changes === null || Array.isArray(changes);
    const value: unknown = isWhole ? changes : { ...good, ...changes };
    expect(parseRecordedBook(value, 'plan-2')).toEqual({ ok: false, code, where });
  });
});
