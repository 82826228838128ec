import { type ReactNode, useEffect } from 'react';
import { minutesText } from '../../i18n/duration.ts';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import type { Downloads } from '../../library/downloads.ts';
import { Button } from '../../ui/button.tsx';
import { SaveIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStore } from '../../ui/use-store.ts';
import { DownloadItem } from './download-item.tsx';
import styles from './downloads.module.css';
import { MADE_FORMATS, type MakeBook } from './make-book.ts';
import { MakeItem } from './make-item.tsx';

interface DownloadsSheetProps {
  /** Why books can be made here: of the reader's own document, or of corrected readings; `null` where neither holds. */
  readonly made: 'document' | 'corrected' | null;
  /** The bundled book's downloads; `null` for a document of the reader's own. */
  readonly bundled: { readonly id: string; readonly downloads: Downloads } | null;
  readonly onMake: MakeBook;
  /** Opens what brings the recorded voice into the app itself. */
  readonly onSound: () => void;
  readonly onClose: () => void;
}

/** 「本を手に入れる」: the book to take along, in the forms that there are. */
export function DownloadsSheet({ made, bundled, onMake, onSound, onClose }: DownloadsSheetProps) {
  return (
    <Sheet title="reader.get-book" onClose={onClose}>
      {bundled !== null && <Bundled {...bundled} onSound={onSound} />}
      {made === 'document' && <Made intro="downloads.document" onMake={onMake} />}
      {made === 'corrected' && (
        <Made heading="downloads.make.title" intro="downloads.make.hint" onMake={onMake} />
      )}
      <p className={styles.hint}>
        <Label k="downloads.zip" />
      </p>
    </Sheet>
  );
}

type BundledProps = NonNullable<DownloadsSheetProps['bundled']> & Pick<DownloadsSheetProps, 'onSound'>;

function Bundled({ id, downloads, onSound }: BundledProps) {
  const { name, text } = useText();
  const listing = useStore(downloads.book(id));
  // What is on the device may have changed since, in another window or by the browser.
  useEffect(() => {
    void downloads.look(id);
  }, [downloads, id]);
  if (listing.state !== 'ready') {
    return (
      <p role="status" className={listing.state === 'failed' ? styles.fault : styles.hint}>
        <Label k={`downloads.${listing.state}`} />
      </p>
    );
  }
  const list = (
    <ul className={styles.list} aria-label={name('downloads.list')}>
      {listing.downloads.map((download) => (
        <DownloadItem key={download.file.format} book={id} download={download} downloads={downloads} />
      ))}
    </ul>
  );
  if (listing.seconds === null) {
    return (
      <>
        <p className={styles.hint}>
          <Label k="downloads.text-only" />
        </p>
        {list}
      </>
    );
  }
  // Listening here comes first: whoever looks for that would otherwise take the sound files, which aren't played here.
  return (
    <>
      <Part heading="downloads.sound-title">
        <p className={styles.hint}>
          <Label k="downloads.sound-hint" />
        </p>
        <div>
          <Button kind="primary" label="downloads.sound" icon={<SaveIcon />} onPress={onSound} />
        </div>
      </Part>
      <Part heading="downloads.files-title">
        <p className={styles.hint}>
          <Label k="downloads.with-sound" with={{ time: minutesText(text, listing.seconds / 60) }} />
        </p>
        {list}
      </Part>
    </>
  );
}

interface PartProps {
  readonly heading: TextKey;
  readonly children: ReactNode;
}

function Part({ heading, children }: PartProps) {
  const { name } = useText();
  return (
    <section className={styles.part} aria-label={name(heading)}>
      <h3 className={styles.heading} aria-label={name(heading)}>
        <Label k={heading} />
      </h3>
      {children}
    </section>
  );
}

interface MadeProps {
  readonly heading?: TextKey;
  readonly intro: TextKey;
  readonly onMake: MakeBook;
}

function Made({ heading, intro, onMake }: MadeProps) {
  const { name } = useText();
  return (
    <section className={styles.part} aria-label={name(heading ?? 'downloads.list')}>
      {heading !== undefined && (
        <h3 className={styles.heading} aria-label={name(heading)}>
          <Label k={heading} />
        </h3>
      )}
      <p className={styles.hint}>
        <Label k={intro} />
      </p>
      <ul className={styles.list} aria-label={name(heading ?? 'downloads.list')}>
        {MADE_FORMATS.map((format) => (
          <MakeItem key={format} format={format} onMake={onMake} />
        ))}
      </ul>
    </section>
  );
}
