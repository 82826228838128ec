import { type ReactNode, useEffect, useRef } from 'react';
import { FILE_ENDINGS } from '../../formats/read-document.ts';
import { sizeText } from '../../i18n/size-text.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Link } from '../../ui/app-link.tsx';
import { Button } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { Page } from '../../ui/page.tsx';
import { DocumentList } from './document-list.tsx';
import styles from './open-screen.module.css';
import type { DictionaryState, DraftKeeper, Open, OwnDocument, Prepare } from './open-types.ts';
import { OpeningPanel } from './opening-panel.tsx';
import { PasteForm } from './paste-form.tsx';
import { planFile, planText } from './plan-opening.ts';
import { useDraft } from './use-draft.ts';
import { useDrop } from './use-drop.ts';
import { useOpening } from './use-opening.ts';

const ACCEPTED = [...FILE_ENDINGS, 'text/plain', 'text/markdown', 'text/html'].join();

interface OpenScreenProps {
  /** A file that was chosen elsewhere and is to be opened at once. */
  readonly file: File | null;
  /** The file is being opened; let go of it, or it is opened again at the next visit to this page. */
  readonly onFileTaken: () => void;
  readonly onOpen: Open;
  readonly dictionary: DictionaryState;
  readonly onPrepare: Prepare;
  /** Must be the same object from render to render. */
  readonly draft: DraftKeeper;
  readonly documents: readonly OwnDocument[];
  readonly onRemove: (id: string) => void;
  /** What was done last and can be undone, above the rest. */
  readonly notice?: ReactNode;
  readonly link: Link;
}

/** `/open`: a file or a text of one's own, with furigana and voice. What was typed stays until it has become a document. */
export function OpenScreen(props: OpenScreenProps) {
  const { file, dictionary, documents, notice, link, onRemove } = props;
  const { language } = useText();
  const { draft, change, clear } = useDraft(props.draft);
  const opening = useOpening(props.onOpen, props.onPrepare);
  const working = opening.state.kind === 'working';

  const openFile = (chosen: File): void => {
    void opening.start(() => planFile(chosen));
  };
  const openText = async (): Promise<void> => {
    if (await opening.start(async () => planText(draft))) clear();
  };
  const over = useDrop((dropped) => {
    if (!working) openFile(dropped);
  });

  const begun = useRef<File | null>(null);
  useEffect(() => {
    if (file === null || file === begun.current) return;
    begun.current = file;
    openFile(file);
    props.onFileTaken();
  });

  return (
    <Page title="open.title" link={link}>
      <p>
        <Label k="open.intro" />
      </p>
      {notice}
      <OpeningPanel
        state={opening.state}
        dictionarySize={dictionary.size}
        link={link}
        onStop={opening.stop}
      />
      <div className={styles.rest} data-waiting={working}>
        <div className={styles.drop} data-over={over}>
          <FileField accept={ACCEPTED} disabled={working} onFile={openFile} />
          <p>
            <Label k="open.formats" /> <Label k="open.drop" />
          </p>
        </div>
        <PasteForm draft={draft} disabled={working} onChange={change} onRead={() => void openText()} />
        {dictionary.state === 'ready' && (
          <p className={styles.ready}>
            <CheckIcon /> <Label k="open.dictionary-ready" />
          </p>
        )}
        {(dictionary.state === 'absent' || dictionary.state === 'partial') && (
          <div>
            <Button
              label="open.dictionary-prepare"
              with={{ size: sizeText(dictionary.size, language) }}
              disabled={working}
              onPress={() => void opening.prepare()}
            />
          </div>
        )}
        <DocumentList documents={documents} link={link} onRemove={onRemove} />
      </div>
    </Page>
  );
}
