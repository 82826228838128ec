import { describe, expect, test, vi } from 'vitest';
import { createBookSession, type SessionPort } from '../../../../src/platform/audio/media-session.ts';

class Metadata {
  readonly init: MediaMetadataInit;
  constructor(init: MediaMetadataInit) {
    this.init = init;
  }
}

function setUp(unknown: readonly string[] = []) {
  const handlers = new Map<string, MediaSessionActionHandler>();
  const positions: (MediaPositionState | undefined)[] = [];
  const session = {
    metadata: null,
    playbackState: 'none',
    setActionHandler: (action: string, handler: MediaSessionActionHandler | null) => {
      if (unknown.includes(action)) throw new TypeError(action);
      if (handler === null) handlers.delete(action);
      else handlers.set(action, handler);
    },
    setPositionState: (state?: MediaPositionState) => positions.push(state),
  } as unknown as SessionPort;
  const actions = {
    play: vi.fn(),
    pause: vi.fn(),
    previous: vi.fn(),
    next: vi.fn(),
    back: vi.fn(),
    forward: vi.fn(),
    seekTo: vi.fn(),
  };
  const book = createBookSession(session, Metadata as unknown as typeof MediaMetadata, actions);
  const press = (action: string, details: object = {}): void =>
    handlers.get(action)?.({ action, ...details } as MediaSessionActionDetails);
  return { book, session, handlers, positions, actions, press };
}

describe('a key of a headset, of the lock screen or of a car', () => {
  test.each([
    ['play', {}, 'play', []],
    ['pause', {}, 'pause', []],
    ['stop', {}, 'pause', []],
    ['previoustrack', {}, 'previous', []],
    ['nexttrack', {}, 'next', []],
    ['seekbackward', {}, 'back', [10]],
    ['seekbackward', { seekOffset: 5 }, 'back', [5]],
    ['seekforward', {}, 'forward', [10]],
    ['seekto', { seekTime: 61.5 }, 'seekTo', [61.5]],
  ] as const)('%s %o does %s %o', (action, details, name, given) => {
    const { press, actions } = setUp();
    press(action, details);
    const called = actions[name].mock.calls[0]?.slice(0, given.length);
    expect(actions[name]).toHaveBeenCalledTimes(1);
    expect(called).toEqual([...given]);
  });

  test('that a browser does not know leaves the others working', () => {
    const { press, actions } = setUp(['seekto', 'stop']);
    press('nexttrack');
    expect(actions.next).toHaveBeenCalledTimes(1);
  });
});

test('the chapter, the book and the icon are shown', () => {
  const { book, session } = setUp();
  book.show({ title: '基本目標1', artist: '第5期', album: 'ともよみ' });
  const { init } = session.metadata as unknown as Metadata;
  expect(init).toMatchObject({ title: '基本目標1', artist: '第5期', album: 'ともよみ' });
  expect(init.artwork?.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
});

test('a position beyond the end is the end; one that is not known is none', () => {
  const { book, session, positions } = setUp();
  book.tell('playing', { duration: 100, position: 120, rate: 2 });
  book.tell('paused', null);
  book.tell('paused', { duration: 0, position: 0, rate: 1 });
  expect(positions).toEqual([{ duration: 100, position: 100, playbackRate: 2 }, undefined, undefined]);
  expect(session.playbackState).toBe('paused');
});

test('the session is given back', () => {
  const { book, session, handlers } = setUp();
  book.show({ title: '', artist: '', album: '' });
  book.dispose();
  expect([handlers.size, session.metadata, session.playbackState]).toEqual([0, null, 'none']);
});
