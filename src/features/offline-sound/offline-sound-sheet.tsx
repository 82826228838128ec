import { useEffect, useMemo } from 'react';
import { sizeText } from '../../i18n/size-text.ts';
import { useText } from '../../i18n/use-text.ts';
import type { AudioDownloads, ListedSound, Room } from '../../library/audio-downloads.ts';
import { Label } from '../../ui/label.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStore } from '../../ui/use-store.ts';
import { AllSounds } from './all-sounds.tsx';
import styles from './offline-sound.module.css';
import { SoundItem } from './sound-item.tsx';
import { createSoundTeller } from './sound-teller.ts';
import { ToldLine } from './told-line.tsx';

interface OfflineSoundSheetProps {
  readonly downloads: AudioDownloads;
  /** In the order in which they are to stand; recorded books that aren't among them are left out. */
  readonly books: readonly { readonly id: string /** In ruby notation. */; readonly title: string }[];
  readonly onClose: () => void;
}

/** 「録音をこの端末に入れる」: the recorded voice for when there is no network, book by book or all at once. */
export function OfflineSoundSheet({ downloads, books, onClose }: OfflineSoundSheetProps) {
  const { name } = useText();
  const { state, sounds, room } = useStore(downloads.listing);
  const teller = useMemo(() => createSoundTeller(downloads), [downloads]);
  const told = useStore(teller.told);
  useEffect(() => teller.follow(), [teller]);
  // What is on the device may have changed since, in another window or by the browser.
  useEffect(() => {
    void downloads.look();
  }, [downloads]);
  const shown = books.flatMap(({ id, title }) => {
    const sound = sounds.find(({ book }) => book === id);
    return sound === undefined ? [] : [{ sound, title }];
  });
  return (
    <Sheet title="listening.offline-sound.title" onClose={onClose}>
      <p className={styles.hint}>
        <Label k="listening.offline-sound.intro" />
      </p>
      {state !== 'ready' && (
        <p role="status" className={state === 'failed' ? styles.fault : styles.hint}>
          <Label k={`listening.offline-sound.${state}`} />
        </p>
      )}
      {state === 'ready' && shown.length === 0 && (
        <p className={styles.hint}>
          <Label k="listening.offline-sound.none" />
        </p>
      )}
      {shown.length > 0 && (
        <>
          <AllSounds sounds={shown.map(soundOf)} left={room?.left ?? null} downloads={teller.downloads} />
          <ToldLine told={told} books={shown} />
          {room !== null && <RoomLines room={room} />}
          <ul className={styles.list} aria-label={name('listening.offline-sound.list')}>
            {shown.map(({ sound, title }) => (
              <SoundItem key={sound.book} sound={sound} title={title} downloads={teller.downloads} />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

function soundOf({ sound }: { readonly sound: ListedSound }): ListedSound {
  return sound;
}

/** What the app takes of the device, what it may still take, and whether that is safe there. */
function RoomLines({ room: { used, left, persistence } }: { readonly room: Room }) {
  const { name, language } = useText();
  return (
    <section className={styles.room} aria-label={name('listening.offline-sound.room')}>
      {used !== null && left !== null && (
        <p>
          <Label
            k="listening.offline-sound.used-and-left"
            with={{ used: sizeText(used, language), left: sizeText(left, language) }}
          />
        </p>
      )}
      <p>
        <Label k={`listening.offline-sound.persistence.${persistence}`} />
      </p>
    </section>
  );
}
