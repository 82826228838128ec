import { useCallback, useState } from 'react';
import { sizeText } from '../../i18n/size-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './downloads.module.css';
import type { MadeFile, MadeFormat } from './make-book.ts';
import { SaveLink } from './save-link.tsx';
import { useFileAddress } from './use-file-address.ts';

type Making =
  | { readonly state: 'idle' | 'working' | 'failed' }
  | { readonly state: 'done'; readonly file: MadeFile };

interface MakeItemProps {
  readonly format: MadeFormat;
  readonly onMake: (format: MadeFormat) => Promise<MadeFile>;
}

/** One form of a book that is made here and now. */
export function MakeItem({ format, onMake }: MakeItemProps) {
  const { name, language } = useText();
  const [making, setMaking] = useState<Making>({ state: 'idle' });
  const called = name(`downloads.formats.${format}.name`);
  const file = making.state === 'done' ? making.file : null;
  const address = useFileAddress(
    file !== null,
    useCallback(async () => file?.content ?? null, [file]),
  );
  const make = async (): Promise<void> => {
    if (making.state === 'working') return;
    setMaking({ state: 'working' });
    try {
      setMaking({ state: 'done', file: await onMake(format) });
    } catch {
      setMaking({ state: 'failed' });
    }
  };
  return (
    <li className={styles.item}>
      <h3 aria-label={called}>
        <Label k={`downloads.formats.${format}.name`} />
      </h3>
      <p className={styles.use}>
        <Label k={`downloads.formats.${format}.use`} />
      </p>
      <p role="status" className={making.state === 'failed' ? styles.fault : styles.state}>
        {making.state === 'working' && <Label k="downloads.make.working" with={{ format: called }} />}
        {making.state === 'failed' && <Label k="downloads.make.failed" />}
        {file !== null && (
          <Label
            k="downloads.make.done"
            with={{ format: called, size: sizeText(file.content.size, language) }}
          />
        )}
      </p>
      <div className={styles.actions}>
        <Button
          label="downloads.make.press"
          nameKey="downloads.make.press-name"
          with={{ format: called }}
          onPress={() => void make()}
        />
        {file !== null && address !== null && (
          <SaveLink address={address} fileName={file.name} format={called} />
        )}
      </div>
    </li>
  );
}
