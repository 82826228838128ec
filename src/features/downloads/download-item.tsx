import { useCallback, useEffect, useRef, useState } from 'react';
import { sizeText } from '../../i18n/size-text.ts';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import type { Downloads, ListedDownload } from '../../library/downloads.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { BRING_TEXTS, stateText } from './download-texts.ts';
import styles from './downloads.module.css';
import { SaveLink } from './save-link.tsx';
import { useFileAddress } from './use-file-address.ts';

interface DownloadItemProps {
  /** The book's id. */
  readonly book: string;
  readonly download: ListedDownload;
  readonly downloads: Downloads;
}

/** One form of the book: what it is good for, how large it is, how far it has come, what can be done with it. */
export function DownloadItem({ book, download, downloads }: DownloadItemProps) {
  const { file, state, loaded, fault } = download;
  const { name, language } = useText();
  const item = useRef<HTMLLIElement>(null);
  const [acted, setActed] = useState<'none' | 'brought' | 'removed'>('none');
  const format = name(`downloads.formats.${file.format}.name`);
  const isKept = state === 'whole' || state === 'earlier';
  const address = useFileAddress(
    isKept,
    useCallback(() => downloads.open(book, file.address), [downloads, book, file]),
  );
  const told = stateText(download, acted === 'removed');
  const size = sizeText(state === 'part' ? file.bytes - loaded : file.bytes, language);

  // The button that was pressed may be gone: the keyboard goes on where it stood.
  useEffect(() => {
    const isLost = document.activeElement === null || !document.activeElement.matches('dialog *');
    if (acted !== 'none' && (state === 'whole' || state === 'absent') && isLost) item.current?.focus();
  }, [acted, state]);

  const bring = (): void => {
    setActed('brought');
    if (state === 'coming') downloads.stop(file.address);
    else void downloads.bring(book, file.address);
  };
  return (
    <li ref={item} tabIndex={-1} className={styles.item}>
      <h3 aria-label={format}>
        <Label k={`downloads.formats.${file.format}.name`} />
      </h3>
      <p className={styles.use}>
        <Label k={`downloads.formats.${file.format}.use`} />
      </p>
      <p role="status" className={fault === null ? styles.state : styles.fault}>
        {told !== null && <Label k={told} with={{ format, size }} />}
      </p>
      {state === 'coming' && <Progress loaded={loaded} total={file.bytes} format={format} />}
      <div className={styles.actions}>
        {state !== 'whole' && (
          <Button
            label={BRING_TEXTS[state]}
            nameKey={`${BRING_TEXTS[state]}-name` as TextKey}
            with={{ format, size }}
            onPress={bring}
          />
        )}
        {isKept && address !== null && (
          <SaveLink address={address} fileName={nameOf(file.address)} format={format} />
        )}
        {fault === 'refused' && (
          <SaveLink address={file.address} fileName={nameOf(file.address)} format={format} />
        )}
        {(isKept || state === 'part') && (
          <Button
            kind="quiet"
            label="downloads.remove"
            nameKey="downloads.remove-name"
            with={{ format }}
            onPress={() => {
              setActed('removed');
              void downloads.remove(book, file.address);
            }}
          />
        )}
      </div>
    </li>
  );
}

interface ProgressProps {
  /** Bytes. */
  readonly loaded: number;
  readonly total: number;
  readonly format: string;
}

function Progress({ loaded, total, format }: ProgressProps) {
  const { name, language } = useText();
  const said = name('downloads.percent', { percent: Math.floor((loaded / total) * 100) });
  return (
    <div className={styles.progress}>
      <progress
        aria-label={name('downloads.coming', { format })}
        aria-valuetext={said}
        max={total}
        value={loaded}
      />
      <span aria-hidden="true">
        {said}　{sizeText(loaded, language)} / {sizeText(total, language)}
      </span>
    </div>
  );
}

function nameOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}
