/**
 * Everything that moves the voice besides the player's own buttons: keys, swipes, large buttons, "where am I?". Fetched once
 * the page is ready, as nobody needs it before 聞く.
 */
import { Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { Store } from '../book/store.ts';
import { listenForKeys } from '../features/keys/key-commands.ts';
import { MovesPanel } from '../features/player/moves-panel.tsx';
import { StandInNotice } from '../features/player/stand-in-notice.tsx';
import { ToldLine } from '../features/player/told-line.tsx';
import { FollowButton } from '../features/reader/follow-button.tsx';
import { listenForSwipes } from '../features/reader/swipes.ts';
import { loadListeningTexts } from '../i18n/listening-texts.ts';
import { useText } from '../i18n/use-text.ts';
import type { PlayerCommand } from '../library/player-keys.ts';
import { SETTING_RANGES } from '../library/settings.ts';
import { createBookMap } from '../narration/book-map.ts';
import type { MoveDirection } from '../narration/moves.ts';
import type { Narrator } from '../narration/narrator.ts';
import { isPlaying } from '../narration/player.ts';
import type { SleepTimer } from '../narration/sleep-timer.ts';
import { useStore } from '../ui/use-store.ts';
import { obeyEarlyKeys } from './early-keys.ts';
import { KeysDoor, keysOf } from './keys-door.tsx';
import { LISTENING_CHANNEL, letOneTabSpeak } from './one-tab-speaks.ts';
import type { OpenedRecording } from './open-recording.ts';
import type { Services } from './services.ts';
import { useBookSession } from './use-book-session.ts';
import { type MovesHost, useMoves } from './use-moves.ts';
import { useSleepTimer } from './use-sleep-timer.ts';

/** The deepest level of headings that can be chosen. */
const DEEPEST = SETTING_RANGES.headingLevel[1];

interface ListeningToolsProps
  extends Omit<MovesHost, 'services' | 'onKeys' | 'recorded' | 'isRecorded' | 'speaking'> {
  readonly services: Services;
  readonly narrator: Narrator;
  readonly recording: OpenedRecording | null;
  /** Whether the page goes with the voice; `null` while there is no text. */
  readonly following: Store<boolean> | null;
  /** Brings the page back to what is read. */
  readonly onFollow: () => void;
  /** Whether the large buttons are shown. */
  readonly movesOpen: boolean;
  /** The reader has asked for a move: the page is to show where it leads. */
  readonly onMove: () => void;
  readonly onSleepTimer: (timer: SleepTimer | null) => void;
}

/** Stands above the player's buttons, within its bar. */
export function ListeningTools(props: ListeningToolsProps) {
  const {
    services,
    book,
    player,
    narrator,
    recording,
    utterances,
    following,
    onFollow,
    onMove,
    onSleepTimer,
  } = props;
  const hasTexts = useListeningTexts(services);
  const { settings } = useStore(services.settings);
  const [showsKeys, setShowsKeys] = useState(false);
  const narration = useStore(narrator.state);
  const isPlayingNow = useSyncExternalStore(player.subscribe, () => isPlaying(player.getSnapshot()));
  const isSilent = useSyncExternalStore(player.subscribe, () => player.getSnapshot().error !== null);
  const moves = useMoves({
    ...props,
    recorded: recording?.recorded ?? null,
    isRecorded: narration.recording !== 'none',
    speaking: narration.speaking,
    onKeys: () => setShowsKeys((shown) => !shown),
  });
  const latestMove = useRef(onMove);
  latestMove.current = onMove;
  const run = useCallback(
    (command: PlayerCommand) => {
      latestMove.current();
      moves.run(command);
    },
    [moves],
  );
  const move = useCallback(
    (direction: MoveDirection) => {
      latestMove.current();
      moves.move(direction);
    },
    [moves],
  );
  useBookSession({ book, player, narrator, recording, run });
  useSleepTimer({ services, book, player, narrator, onTimer: onSleepTimer });
  const { told, landed, nth } = useStore(moves);
  const map = useMemo(() => createBookMap(book, utterances), [book, utterances]);

  useEffect(() => {
    const keys = keysOf(services.storage);
    const unlisten = listenForKeys(document, {
      keys: () => keys.getSnapshot().keys,
      enabled: () => services.settings.getSnapshot().settings.playerKeys,
      run,
    });
    obeyEarlyKeys();
    return unlisten;
  }, [services, run]);

  useEffect(() => {
    if (!('BroadcastChannel' in globalThis)) return;
    return letOneTabSpeak(player, new BroadcastChannel(LISTENING_CHANNEL));
  }, [player]);

  const { swipes } = settings;
  useEffect(() => {
    const text = document.querySelector<HTMLElement>('main article');
    if (!swipes || text === null) return;
    return listenForSwipes(text, move);
  }, [swipes, move]);

  // Keys and swipes work all the same.
  if (!hasTexts) return null;
  return (
    <>
      {following !== null && (
        <FollowButton following={following} listening={isPlayingNow} onPress={onFollow} />
      )}
      <StandInNotice state={narration} isSilent={isSilent} />
      <MovesPanel
        value={settings}
        change={services.settings.change}
        levels={[...map.headingsOfLevel.keys()].filter((level) => level <= DEEPEST).sort((a, b) => a - b)}
        hasPages={map.pages.length > 0}
        onMove={move}
        onCommand={run}
        isOpen={props.movesOpen}
        told={
          <ToldLine
            parts={told?.parts ?? null}
            aloud={told?.aloud ?? false}
            landed={landed}
            nth={nth}
            onDismiss={moves.dismiss}
          />
        }
      />
      {showsKeys &&
        createPortal(
          <Suspense>
            <KeysDoor services={services} onClose={() => setShowsKeys(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  );
}

/** True once the texts are there in the present language; without a network they may never be. */
function useListeningTexts({ i18n }: Pick<Services, 'i18n'>): boolean {
  const { language } = useText();
  const [loaded, setLoaded] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    loadListeningTexts(i18n).then(
      () => {
        if (current) setLoaded(language);
      },
      () => {},
    );
    return () => {
      current = false;
    };
  }, [i18n, language]);
  return loaded === language;
}
