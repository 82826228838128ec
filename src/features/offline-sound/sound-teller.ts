/**
 * What the sheet tells of the things its reader asked for, one at a time. A dozen books are on their way by one press:
 * were each row a status of its own, a screen reader would read a dozen sentences into the voice.
 */
import { createStore, type Store } from '../../book/store.ts';
import type { TextKey } from '../../i18n/use-text.ts';
import type { AudioDownloads, ListedSound } from '../../library/audio-downloads.ts';
import { isUnderWay, stateText } from './sound-texts.ts';

export interface Told {
  readonly key: TextKey;
  /** The book that it is about; `null` where it is about several. */
  readonly book: string | null;
  /** What went wrong, where something did. */
  readonly fault: TextKey | null;
  /** Of the books asked for together: how many are on the device by now, and how many they are. */
  readonly done: number;
  readonly total: number;
  /** Another number for each telling: the same words told again are new to screen readers too. */
  readonly nth: number;
}

export interface SoundTeller {
  /** `null` until something was asked for. */
  readonly told: Store<Told | null>;
  /** The downloads given, for the sheet's buttons: what is asked of these is told of. */
  readonly downloads: AudioDownloads;
  /** Follows what becomes of it until the returned function is called. What is under way already was asked for before. */
  follow(): () => void;
}

export function createSoundTeller(downloads: AudioDownloads): SoundTeller {
  const { listing } = downloads;
  const told = createStore<Told | null>(null);
  let nth = 0;
  /** Asked for together: since nothing was under way. */
  let asked: readonly string[] = [];
  let before: readonly ListedSound[] = [];

  const sounds = (): readonly ListedSound[] => listing.getSnapshot().sounds;
  const isKept = (book: string): boolean =>
    sounds().some((sound) => sound.book === book && sound.state === 'whole');
  const tell = (what: string, book: string | null, fault: TextKey | null = null): void => {
    nth += 1;
    const key = `listening.offline-sound.told.${what}` as TextKey;
    told.set({ key, book, fault, done: asked.filter(isKept).length, total: asked.length, nth });
  };

  const tellCame = (book: string): void => {
    const done = asked.filter(isKept).length;
    if (asked.length === 1) tell('came', book);
    else if (done === asked.length) tell('all-came', null);
    else tell('one-of', book);
  };
  const step = (): void => {
    const ended = sounds().filter(
      (sound) => !isUnderWay(sound) && before.some((was) => was.book === sound.book && isUnderWay(was)),
    );
    before = sounds();
    for (const sound of ended) {
      if (sound.fault !== null) tell('fault', sound.book, stateText(sound, false));
      else if (sound.state === 'whole') tellCame(sound.book);
      // Stopped by the press that has told so, or given up with a book whose fault is told.
      else asked = asked.filter((book) => book !== sound.book);
    }
  };

  return {
    told,
    downloads: {
      ...downloads,
      bring: (books) => {
        const isBusy = sounds().some(isUnderWay);
        const known = new Map(sounds().map((sound) => [sound.book, sound]));
        const wanted = books.filter((book) => {
          const sound = known.get(book);
          return sound !== undefined && sound.state !== 'whole' && !isUnderWay(sound);
        });
        asked = [...new Set(isBusy ? [...asked, ...wanted] : wanted)];
        const [only] = wanted;
        if (wanted.length > 1) tell('all-begun', null);
        else if (only !== undefined) tell(isBusy ? 'waits' : 'begun', only);
        return downloads.bring(books);
      },
      stop: (books) => {
        const [only] = books;
        tell(books.length === 1 ? 'stopped' : 'all-stopped', books.length === 1 ? (only ?? null) : null);
        downloads.stop(books);
      },
      remove: async (book) => {
        await downloads.remove(book);
        if (sounds().some((sound) => sound.book === book && sound.state === 'absent')) tell('removed', book);
      },
    },
    follow: () => {
      before = sounds();
      const underWay = before.filter(isUnderWay).map(({ book }) => book);
      asked = [...new Set([...asked, ...underWay])];
      return listing.subscribe(step);
    },
  };
}
