/**
 * Everything that moves the voice besides the player's own buttons: keys, swipes, large buttons, "where am I?". Fetched once
 * the page is ready, as nobody needs it before 聞く.
 */
import { Suspense, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { listenForKeys } from '../features/keys/key-commands.ts';
import { MovesPanel } from '../features/player/moves-panel.tsx';
import { ToldLine } from '../features/player/told-line.tsx';
import { listenForSwipes } from '../features/reader/swipes.ts';
import { loadListeningTexts } from '../i18n/listening-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { SETTING_RANGES } from '../library/settings.ts';
import { createBookMap } from '../narration/book-map.ts';
import { useStore } from '../ui/use-store.ts';
import { KeysDoor, keysOf } from './keys-door.tsx';
import type { Services } from './services.ts';
import { type MovesHost, useMoves } from './use-moves.ts';

/** The deepest level of headings that can be chosen. */
const DEEPEST = SETTING_RANGES.headingLevel[1];

interface ListeningToolsProps extends Omit<MovesHost, 'services' | 'onKeys'> {
  readonly services: Services;
}

/** Stands above the player's buttons, within its bar. */
export function ListeningTools(props: ListeningToolsProps) {
  const { services, book, utterances } = props;
  const hasTexts = useListeningTexts(services);
  const { settings } = useStore(services.settings);
  const [showsKeys, setShowsKeys] = useState(false);
  const moves = useMoves({ ...props, onKeys: () => setShowsKeys((shown) => !shown) });
  const { told, landed } = useStore(moves);
  const map = useMemo(() => createBookMap(book, utterances), [book, utterances]);

  useEffect(() => {
    const keys = keysOf(services.storage);
    return listenForKeys(document, {
      keys: () => keys.getSnapshot().keys,
      enabled: () => services.settings.getSnapshot().settings.playerKeys,
      run: moves.run,
    });
  }, [services, moves]);

  const { swipes } = settings;
  useEffect(() => {
    const text = document.querySelector<HTMLElement>('main article');
    if (!swipes || text === null) return;
    return listenForSwipes(text, moves.move);
  }, [swipes, moves]);

  // Keys and swipes work all the same.
  if (!hasTexts) return null;
  return (
    <>
      <MovesPanel
        value={settings}
        change={services.settings.change}
        levels={[...map.headingsOfLevel.keys()].filter((level) => level <= DEEPEST).sort((a, b) => a - b)}
        hasPages={map.pages.length > 0}
        onMove={moves.move}
        onCommand={moves.run}
        told={
          <ToldLine
            parts={told?.parts ?? null}
            aloud={told?.aloud ?? false}
            landed={landed}
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
