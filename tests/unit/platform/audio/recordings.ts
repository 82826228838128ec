import type { RecordedBook, RecordedClip } from '../../../../src/narration/recorded-book.ts';

/** Recordings of which only the sound's files and clips matter. */
export function recordings(
  durations: Readonly<Record<string, number>>,
  clips: readonly RecordedClip[],
): RecordedBook {
  return {
    version: 1,
    book: 'book',
    duration: Object.values(durations).reduce((sum, one) => sum + one, 0),
    narrator: 'だれでもない声',
    credits: [],
    files: Object.entries(durations).map(([address, duration]) => ({
      address,
      bytes: 1,
      sha256: '',
      duration,
      title: '',
      section: null,
    })),
    clips,
  };
}
