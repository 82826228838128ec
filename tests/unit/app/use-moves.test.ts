import { beforeEach, describe, expect, it } from 'vitest';
import { createMoves, type Moves, type MovesHost } from '../../../src/app/use-moves.ts';
import { createStore } from '../../../src/book/store.ts';
import { rateWords } from '../../../src/i18n/rate-words.ts';
import { speechText } from '../../../src/japanese/speech-text.ts';
import { createBookmarksStore } from '../../../src/library/bookmarks.ts';
import type { PlayerCommand } from '../../../src/library/player-keys.ts';
import { createSettingsStore } from '../../../src/library/settings-store.ts';
import type { Player, PlayerSnapshot, PlayerSpot } from '../../../src/narration/player.ts';
import type { RecordedBook } from '../../../src/narration/recorded-book.ts';
import { planUtterances } from '../../../src/narration/utterances.ts';
import type { Voice, VoiceAvailability } from '../../../src/narration/voice.ts';
import { createFakeStorage } from '../library/fake-storage.ts';
import { sample } from '../narration/map-samples.ts';
import { book, paragraph, section, sentence } from '../narration/samples.ts';

let calls: string[];
let status: PlayerSnapshot['status'];
let at: PlayerSpot;
let voice: 'speaks' | 'silent' | 'breaks';
const availability = createStore<VoiceAvailability>({ state: 'ready', voices: [] });
let host: MovesHost;
let moves: Moves;
let time: number;
let wentBack: boolean;
let followed: number;

const player = {
  getSnapshot: () => ({ status, sentence: at.sentence }),
  spot: () => at,
  seek: (sentence: string, spot: object = {}) => {
    calls.push(`seek ${sentence} ${JSON.stringify(spot)}`);
    at = { sentence, offset: null, seconds: null, ...spot };
  },
  repeat: () => calls.push('repeat'),
  say: async (text: string, language: string) => {
    calls.push(`say ${text} ${language}`);
    if (voice === 'breaks') throw new Error('broken');
    return voice === 'speaks';
  },
} as unknown as Player;

const recorded = (seconds: number): RecordedBook =>
  ({
    clips: planUtterances(sample, speechText).map(({ sentence }, index) => [
      sentence,
      0,
      index * seconds,
      (index + 1) * seconds,
    ]),
  }) as unknown as RecordedBook;
const run = async (command: PlayerCommand): Promise<void> => {
  moves.run(command);
  await Promise.resolve();
  await Promise.resolve();
};
const told = (): unknown => moves.getSnapshot().told?.parts.map((part) => ('key' in part ? part.key : part));

beforeEach(() => {
  const storage = createFakeStorage();
  calls = [];
  status = 'speaking';
  at = { sentence: 'a2', offset: null, seconds: null };
  voice = 'speaks';
  time = 0;
  wentBack = true;
  availability.set({ state: 'ready', voices: [] });
  followed = 0;
  host = {
    services: {
      voice: { availability } as unknown as Voice,
      settings: createSettingsStore(storage),
      bookmarks: createBookmarksStore(storage, () => 7),
    },
    book: sample,
    player,
    utterances: planUtterances(sample, speechText),
    recorded: null,
    isRecorded: false,
    speaking: 'device',
    begin: () => null,
    onToggle: () => calls.push('toggle'),
    onMove: () => {
      followed++;
    },
    onLeave: () => calls.push('leave'),
    onBack: async () => wentBack,
    onSleep: () => calls.push('sleep'),
    onKeys: () => calls.push('keys'),
  };
  moves = createMoves(
    () => host,
    () => time,
  );
});

describe('a command', () => {
  it.each<[PlayerCommand, string[]]>([
    ['play', ['toggle']],
    ['again', ['repeat']],
    ['sleep', ['sleep']],
    ['help', ['keys']],
    ['sentence-on', ['seek b1 {}']],
    ['sentence-back', ['seek a1 {}']],
    ['phrase-back', ['seek a1 {"offset":6}']],
    ['paragraph-back', ['seek h1 {}']],
    ['heading-on', ['leave', 'seek h11 {}']],
    ['page-on', ['leave', 'seek b1 {}', 'say 3ページ ja-JP']],
    ['page-back', ['leave', 'seek title {}', 'say ここがはじめです。 ja-JP']],
    ['chapter-start', ['leave', 'seek h1 {}']],
  ])('%s does %j', async (command, done) => {
    await run(command);
    expect(calls).toEqual(done);
  });

  it('moves by seconds exactly where the recording speaks, by estimate where the device does', async () => {
    host = { ...host, recorded: recorded(4), isRecorded: true, speaking: 'recorded' };
    at = { sentence: 'a2', offset: null, seconds: 1 };
    await run('seconds-on');
    expect(calls).toEqual(['seek h11 {"seconds":3}']);
    host = { ...host, speaking: 'device' };
    at = { sentence: 'title', offset: null, seconds: null };
    await run('seconds-on');
    expect(calls.at(-1)).not.toContain('seconds');
  });

  it('brings the page along with every move that leads somewhere', async () => {
    for (const command of ['sentence-on', 'again', 'where', 'page-on'] as const) await run(command);
    expect(followed).toBe(3);
  });

  it('stops at headings of the chosen level', async () => {
    host.services.settings.change({ headingLevel: 1 });
    await run('heading-on');
    expect(calls).toEqual(['leave', 'seek h2 {}']);
  });

  it('takes long moves in a row for one way, which one can go back', async () => {
    await run('heading-on');
    time = 3000;
    await run('heading-on');
    time = 20_000;
    await run('heading-back');
    expect(calls.filter((call) => call === 'leave')).toHaveLength(2);
  });

  it('begins at what is on the screen where nothing was said yet', async () => {
    status = 'idle';
    host = { ...host, begin: () => 'h2' };
    await run('sentence-on');
    expect(calls).toEqual(['seek i1 {}']);
  });

  it('tells screen readers where a silent player has gone, and nobody while it speaks', async () => {
    status = 'stopped';
    await run('phrase-back');
    expect(moves.getSnapshot().landed).toBe('たべます。');
    status = 'speaking';
    await run('sentence-on');
    expect(moves.getSnapshot().landed).toBeNull();
  });

  it('tells a silent listener by which words the seconds have come to, from a phrase on', async () => {
    status = 'stopped';
    host = { ...host, recorded: recorded(20), isRecorded: true, speaking: 'recorded' };
    at = { sentence: 'a1', offset: null, seconds: 5 };
    await run('seconds-on');
    expect(calls).toEqual(['seek a1 {"seconds":15}']);
    expect(moves.getSnapshot().landed).toBe('たべます。');
  });

  it('no longer has the place where a silent player went once that player speaks', async () => {
    const listeners = new Set<() => void>();
    const subscribe = (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    const become = (next: PlayerSnapshot['status']): void => {
      status = next;
      for (const listener of listeners) listener();
    };
    const unwatch = moves.watch({ getSnapshot: player.getSnapshot, subscribe });
    become('stopped');
    await run('phrase-back');
    become('stopped');
    expect(moves.getSnapshot().landed).toBe('たべます。');
    become('starting');
    expect(moves.getSnapshot().landed).toBeNull();
    await run('where');
    become('speaking');
    expect(moves.getSnapshot().told).not.toBeNull();
    unwatch();
    expect(listeners.size).toBe(0);
  });

  it('is new each time, also where it is told again in the same words', async () => {
    availability.set({ state: 'none', voices: [] });
    const { nth } = moves.getSnapshot();
    for (const command of ['where', 'where'] as const) await run(command);
    expect(moves.getSnapshot().nth).toBe(nth + 2);
  });
});

describe('what there is to tell', () => {
  it('is said by the voice, and shown without being said twice', async () => {
    await run('where');
    expect(calls).toEqual([expect.stringMatching(/^say 第1章、1ページ、ぜんたいの\d+パーセントです。/u)]);
    expect(moves.getSnapshot().told?.aloud).toBe(true);
    expect(told()).toEqual([
      'listening.where.chapter',
      'listening.where.page',
      'listening.where.percent',
      { secondsLeft: expect.any(Number) },
    ]);
  });

  it.each(['silent', 'breaks'] as const)('is left to screen readers where the voice %s', async (how) => {
    voice = how;
    await run('where');
    expect(moves.getSnapshot().told?.aloud).toBe(false);
  });

  it('is left to screen readers at once where there is no voice', async () => {
    availability.set({ state: 'none', voices: [] });
    await run('where');
    expect(moves.getSnapshot().told?.aloud).toBe(false);
    expect(calls).toEqual([]);
  });

  it('is that there is no such thing in the book', async () => {
    const bare = book([], [section('s', [], [paragraph(sentence('x', 'それだけ。'))])]);
    host = { ...host, book: bare, utterances: planUtterances(bare, speechText) };
    at = { sentence: 'x', offset: null, seconds: null };
    await run('page-on');
    expect(calls).toEqual(['say この本には、ページの番号がありません。 ja-JP']);
    expect(told()).toEqual(['listening.moves.no-pages']);
    await run('sentence-on');
    expect(told()).toEqual(['listening.moves.at-end']);
  });

  it('goes with the next move, and when it is dismissed', async () => {
    await run('where');
    moves.dismiss();
    expect(told()).toBeUndefined();
    await run('where');
    await run('sentence-on');
    expect(told()).toBeUndefined();
  });

  it('is the new speed, without interrupting the book', async () => {
    await run('faster');
    expect(host.services.settings.getSnapshot().settings.rate).toBe(1.1);
    await run('slower');
    await run('slower');
    expect(host.services.settings.getSnapshot().settings.rate).toBe(0.9);
    expect(told()).toEqual(['listening.moves.rate']);
    expect(calls).toEqual([]);
    await run('faster');
    const { rate } = host.services.settings.getSnapshot().settings;
    expect(moves.getSnapshot().told?.parts).toEqual([
      { key: 'listening.moves.rate', parameters: rateWords(rate).parameters },
    ]);
    expect(rateWords(rate).parameters).toEqual({ rate: '1.0' });
  });

  it('is the voice that was changed to, or that there is no other', async () => {
    await run('voices');
    expect(told()).toEqual(['listening.moves.not-recorded']);
    host = { ...host, isRecorded: true };
    await run('voices');
    expect(host.services.settings.getSnapshot().settings.narrator).toBe('device');
    await run('voices');
    expect(told()).toEqual(['listening.moves.recorded']);
  });

  it('is the bookmark that was put in, with the second and the chapter', async () => {
    at = { sentence: 'c1', offset: 2, seconds: 1.5 };
    await run('bookmark');
    const [bookmark] = host.services.bookmarks.getSnapshot().bookmarks;
    expect(bookmark?.locator).toMatchObject({ book: 'book', sentence: 'c1', offset: 2 });
    expect(bookmark).toMatchObject({ listened: { seconds: 1.5, chapter: '1の1' } });
    expect(told()).toEqual(['listening.moves.bookmarked']);
  });

  it('is that there is no place to go back to', async () => {
    await run('place-back');
    expect(told()).toBeUndefined();
    wentBack = false;
    await run('place-back');
    expect(told()).toEqual(['listening.moves.no-place-back']);
  });
});
