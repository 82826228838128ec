/** The lock screen, the headset's keys and the car's buttons: what is being read, and what they may do (Media Session API). */
import type { Seconds } from '../../book/book.ts';

/** What is shown of what is read. Texts are plain. */
export interface SessionText {
  /** The chapter. */
  readonly title: string;
  /** The book. */
  readonly artist: string;
  readonly album: string;
}

/** Where the book is, at the voice's own speed. */
export interface SessionPosition {
  readonly duration: Seconds;
  readonly position: Seconds;
  readonly rate: number;
}

export interface SessionActions {
  readonly play: () => void;
  readonly pause: () => void;
  readonly previous: () => void;
  readonly next: () => void;
  readonly back: (seconds: Seconds) => void;
  readonly forward: (seconds: Seconds) => void;
  /** From the book's begin. */
  readonly seekTo: (position: Seconds) => void;
}

/** `navigator.mediaSession`, as far as it is used. */
export type SessionPort = Pick<
  MediaSession,
  'metadata' | 'playbackState' | 'setActionHandler' | 'setPositionState'
>;

export interface BookSession {
  show(text: SessionText): void;
  /** `position` `null` where it isn't known. */
  tell(state: 'playing' | 'paused', position: SessionPosition | null): void;
  /** Gives the session back as it was found. */
  dispose(): void;
}

const STEP: Seconds = 10;

const ARTWORK: readonly MediaImage[] = [
  { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
];

/** Takes over the session. Actions that a browser doesn't know are left out. */
export function createBookSession(
  session: SessionPort,
  Metadata: new (init: MediaMetadataInit) => MediaMetadata,
  actions: SessionActions,
): BookSession {
  const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: actions.play,
    pause: actions.pause,
    stop: actions.pause,
    previoustrack: actions.previous,
    nexttrack: actions.next,
    seekbackward: ({ seekOffset }) => actions.back(seekOffset ?? STEP),
    seekforward: ({ seekOffset }) => actions.forward(seekOffset ?? STEP),
    seekto: ({ seekTime }) => {
      if (seekTime !== undefined) actions.seekTo(seekTime);
    },
  };
  const handle = (handler: (action: MediaSessionAction) => MediaSessionActionHandler | null): void => {
    for (const action of Object.keys(handlers) as MediaSessionAction[]) {
      try {
        session.setActionHandler(action, handler(action));
      } catch {
        // This browser has no such action.
      }
    }
  };
  handle((action) => handlers[action] ?? null);
  return {
    show: (text) => {
      session.metadata = new Metadata({ ...text, artwork: [...ARTWORK] });
    },
    tell: (state, position) => {
      session.playbackState = state;
      // Some browsers have a session without positions.
      if (typeof session.setPositionState !== 'function') return;
      if (position === null || !(position.duration > 0)) session.setPositionState();
      else {
        session.setPositionState({
          duration: position.duration,
          position: Math.min(Math.max(0, position.position), position.duration),
          playbackRate: position.rate,
        });
      }
    },
    dispose: () => {
      handle(() => null);
      session.metadata = null;
      session.playbackState = 'none';
    },
  };
}
