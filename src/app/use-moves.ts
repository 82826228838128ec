/** What keys, swipes and the large buttons do, bound to the book that is open and to whoever speaks. */
import { useEffect, useRef, useState } from 'react';
import type { Book } from '../book/book.ts';
import { createLocator } from '../book/locator.ts';
import { createStore, type Store } from '../book/store.ts';
import type { ToldPart } from '../features/player/told-line.tsx';
import { rateWords } from '../i18n/rate-words.ts';
import type { TextKey } from '../i18n/use-text.ts';
import type { PlayerCommand } from '../library/player-keys.ts';
import { type BookMap, createBookMap, lastUpTo, pageAt } from '../narration/book-map.ts';
import {
  findMove,
  type Move,
  type MoveDirection,
  type MovePlace,
  type MoveTarget,
  type MoveUnit,
  spokenPhrases,
} from '../narration/moves.ts';
import type { VoiceKind } from '../narration/narrator.ts';
import { isPlaying, type Player, type PlayerSpot } from '../narration/player.ts';
import type { RecordedBook } from '../narration/recorded-book.ts';
import { recordedTimes } from '../narration/timeline.ts';
import type { Utterance } from '../narration/voice.ts';
import { moveSpeech, pageSpeech, whereabouts, whereaboutsSpeech } from '../narration/whereabouts.ts';
import { chapterAt } from './book-places.ts';
import type { Services } from './services.ts';

/** What has just been told. */
export interface Told {
  readonly parts: readonly ToldPart[];
  /** True where the player's voice says it: then nobody else needs to. */
  readonly aloud: boolean;
}

export interface MovesState {
  readonly told: Told | null;
  /** Where a silent player has gone to, for screen readers; the sentence, or the rest of it. */
  readonly landed: string | null;
  /** Another number each time that something is told. */
  readonly nth: number;
}

export interface Moves extends Store<MovesState> {
  run(command: PlayerCommand): void;
  /** Moves by the unit that the reader has chosen. */
  move(direction: MoveDirection): void;
  /** Takes away what was told. */
  dismiss(): void;
  /** Takes away where a silent player had gone to, once that player speaks. The returned function ends it. */
  watch(player: Pick<Player, 'getSnapshot' | 'subscribe'>): () => void;
}

/** What moves are made of; asked for anew at every move. */
export interface MovesHost {
  readonly services: Pick<Services, 'settings' | 'bookmarks' | 'voice'>;
  readonly book: Book;
  readonly player: Player;
  readonly utterances: readonly Utterance[];
  /** The book's recording; `null` where it has none, or where it isn't there yet. */
  readonly recorded: RecordedBook | null;
  /** Whether the book has a recording at all, be it on its way or not to be had. */
  readonly isRecorded: boolean;
  /** Which voice speaks. */
  readonly speaking: VoiceKind;
  /** The sentence from which reading aloud would begin; `null` to leave that to the player. */
  readonly begin: () => string | null;
  /** 聞く or とめる, as the button does it. */
  readonly onToggle: () => void;
  /** The page is to show where the move leads, also where the reader has scrolled away. */
  readonly onMove: () => void;
  /** Notes down the present place before a long move, so that one can go back. */
  readonly onLeave: () => void;
  /** Back to the place that was left last; false where there is none. */
  readonly onBack: () => Promise<boolean>;
  readonly onSleep: () => void;
  /** Opens the list of keys, or closes it. */
  readonly onKeys: () => void;
}

type NoPlace = Exclude<MoveTarget, MovePlace>;

/** Moves after which one may want to go back. */
const LONG: ReadonlySet<Move['unit']> = new Set<Move['unit']>(['heading', 'page', 'chapter-start']);
/** Long moves that follow each other within so many milliseconds are one. */
const ONE_WAY = 10_000;
const RATE_STEP = 0.1;
const SPOKEN_LANGUAGE = 'ja-JP';

/** `host` is asked at every press, so that what it gives may change. `now` is in milliseconds. */
export function createMoves(host: () => MovesHost, now: () => number = Date.now): Moves {
  const store = createStore<MovesState>({ told: null, landed: null, nth: 0 });
  let made: {
    readonly of: readonly Utterance[];
    readonly recorded: RecordedBook | null;
    readonly map: BookMap;
  } | null = null;
  let lastLong = Number.NEGATIVE_INFINITY;
  let telling = 0;

  const put = (told: Told | null, landed: string | null): void =>
    store.set({ told, landed, nth: store.getSnapshot().nth + 1 });
  const mapNow = (): BookMap => {
    const { book, utterances, recorded, speaking } = host();
    const timed = speaking === 'recorded' ? recorded : null;
    if (made?.of !== utterances || made.recorded !== timed) {
      const map = createBookMap(book, utterances, timed === null ? undefined : recordedTimes(timed));
      made = { of: utterances, recorded: timed, map };
    }
    return made.map;
  };
  const here = (): PlayerSpot => {
    const { player, begin } = host();
    const spot = player.spot();
    const sentence = isPlaying(player.getSnapshot()) ? null : begin();
    return sentence === null || sentence === spot.sentence ? spot : { sentence, offset: null, seconds: null };
  };

  /** Shows it, and says it; where no voice can say it, a screen reader does. */
  const tell = (parts: readonly ToldPart[], speech: string | null): void => {
    const { player, services } = host();
    const token = ++telling;
    const aloud = speech !== null && services.voice.availability.getSnapshot().state === 'ready';
    put({ parts, aloud }, null);
    if (!aloud) return;
    const tellOtherwise = (said: boolean): void => {
      if (!said && token === telling) put({ parts, aloud: false }, null);
    };
    player.say(speech, SPOKEN_LANGUAGE).then(tellOtherwise, () => tellOtherwise(false));
  };
  const fail = (target: NoPlace): void => tell([{ key: keyOf(target) }], moveSpeech(target));

  const go = (move: Move): void => {
    const map = mapNow();
    const target = findMove(map, here(), move);
    if (target.kind === 'none' || target.kind === 'end') {
      fail(target);
      return;
    }
    const { player, onLeave, onMove } = host();
    onMove();
    if (LONG.has(move.unit)) {
      const time = now();
      if (time - lastLong > ONE_WAY) onLeave();
      lastLong = time;
    }
    if (target.kind === 'start') {
      const [first] = map.sentences;
      if (first !== undefined) player.seek(first.id);
      fail(target);
      return;
    }
    const { sentence, offset, seconds } = target;
    player.seek(sentence, {
      ...(offset !== undefined && { offset }),
      ...(seconds !== undefined && { seconds }),
    });
    const index = map.indexOf.get(sentence) ?? 0;
    const page = move.unit === 'page' ? pageAt(map, index) : null;
    telling++;
    if (page !== null)
      tell([{ key: 'listening.moves.page', parameters: { page: page.label } }], pageSpeech(page.label));
    else put(null, isPlaying(player.getSnapshot()) ? null : textFrom(map, index, target));
  };
  const by = (unit: MoveUnit, direction: MoveDirection): void => {
    const { headingLevel } = host().services.settings.getSnapshot().settings;
    go(unit === 'heading' ? { unit, direction, level: headingLevel } : { unit, direction });
  };

  const tellPlace = (): void => {
    const { rate, sentencePause, repeatTimes } = host().services.settings.getSnapshot().settings;
    const where = whereabouts(mapNow(), here(), { rate, sentencePause, times: repeatTimes });
    const { chapter, page, percent, secondsLeft } = where;
    tell(
      [
        ...(chapter === null
          ? []
          : [{ key: 'listening.where.chapter', parameters: { chapter: chapter.notation } } as const]),
        ...(page === null ? [] : [{ key: 'listening.where.page', parameters: { page } } as const]),
        { key: 'listening.where.percent', parameters: { percent } },
        { secondsLeft },
      ],
      whereaboutsSpeech(where),
    );
  };
  const bookmark = (): void => {
    const { services, book } = host();
    const { sentence, offset, seconds } = here();
    const locator = createLocator(book, sentence, offset ?? 0);
    if (locator === null) return;
    const kept = services.bookmarks.add(locator, undefined, { seconds, chapter: chapterAt(book, sentence) });
    if (kept.ok) tell([{ key: 'listening.moves.bookmarked' }], 'しおりをはさみました。');
    else tell([{ key: 'listening.moves.bookmarks-full' }], 'しおりがいっぱいです。');
  };
  const changeRate = (steps: number): void => {
    const { settings } = host().services;
    settings.change({
      rate: Math.round((settings.getSnapshot().settings.rate + steps * RATE_STEP) * 10) / 10,
    });
    const { parameters } = rateWords(settings.getSnapshot().settings.rate);
    tell([{ key: 'listening.moves.rate', parameters }], null);
  };
  const changeVoice = (): void => {
    const { services, isRecorded } = host();
    if (!isRecorded) {
      tell([{ key: 'listening.moves.not-recorded' }], 'この本には、録音の声がありません。');
      return;
    }
    const narrator = services.settings.getSnapshot().settings.narrator === 'recorded' ? 'device' : 'recorded';
    services.settings.change({ narrator });
    tell([{ key: `listening.moves.${narrator}` }], null);
  };
  const goBack = async (): Promise<void> => {
    const went = await host()
      .onBack()
      .catch(() => false);
    if (went) put(null, null);
    else tell([{ key: 'listening.moves.no-place-back' }], 'もどるところは、まだありません。');
  };

  const commands: Readonly<Record<PlayerCommand, () => void>> = {
    play: () => host().onToggle(),
    again: () => {
      host().onMove();
      host().player.repeat();
    },
    slower: () => changeRate(-1),
    faster: () => changeRate(1),
    voices: changeVoice,
    'phrase-back': () => by('phrase', -1),
    'phrase-on': () => by('phrase', 1),
    'sentence-back': () => by('sentence', -1),
    'sentence-on': () => by('sentence', 1),
    'paragraph-back': () => by('paragraph', -1),
    'paragraph-on': () => by('paragraph', 1),
    'heading-back': () => by('heading', -1),
    'heading-on': () => by('heading', 1),
    'page-back': () => by('page', -1),
    'page-on': () => by('page', 1),
    'seconds-back': () => by('seconds', -1),
    'seconds-on': () => by('seconds', 1),
    'chapter-start': () => go({ unit: 'chapter-start' }),
    'place-back': () => void goBack(),
    where: tellPlace,
    bookmark,
    sleep: () => host().onSleep(),
    help: () => host().onKeys(),
  };
  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    run: (command) => commands[command](),
    move: (direction) => by(host().services.settings.getSnapshot().settings.moveUnit, direction),
    dismiss: () => {
      telling++;
      put(null, null);
    },
    watch: (player) =>
      player.subscribe(() => {
        if (store.getSnapshot().landed !== null && isPlaying(player.getSnapshot())) put(null, null);
      }),
  };
}

/** The moves of a page; the same for its whole life, with what `host` is at each press. */
export function useMoves(host: MovesHost): Moves {
  const latest = useRef(host);
  useEffect(() => {
    latest.current = host;
  });
  const [moves] = useState(() => createMoves(() => latest.current));
  const { player } = host;
  useEffect(() => moves.watch(player), [moves, player]);
  return moves;
}

/** What would be said from there, from a phrase's beginning. */
function textFrom(map: BookMap, index: number, { offset, seconds }: MovePlace): string | null {
  const at = offset ?? (seconds === undefined ? 0 : map.timeline().offsetAt(index, seconds));
  const phrases = spokenPhrases(map, index);
  return map.sentences[index]?.text.slice(phrases[lastUpTo(phrases, at)]) ?? null;
}

function keyOf(target: NoPlace): TextKey {
  if (target.kind === 'none') return `listening.moves.${target.why}`;
  if (target.kind === 'start') return 'listening.moves.at-start';
  if (target.why === 'page') return 'listening.moves.no-more-pages';
  return target.why === 'heading' ? 'listening.moves.no-more-headings' : 'listening.moves.at-end';
}
