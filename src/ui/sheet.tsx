import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { type TextKey, useText } from '../i18n/use-text.ts';
import { CloseIcon } from './icons.tsx';
import { Label } from './label.tsx';
import styles from './sheet.module.css';

interface SheetProps {
  readonly title: TextKey;
  readonly onClose: () => void;
  /** The words on the button that closes the sheet. */
  readonly closeLabel?: TextKey;
  /** What stays at the sheet's foot while the rest scrolls. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A modal sheet over the page: at the bottom on a phone, at the side elsewhere. The page behind stays in view, so that
 * what is changed here shows there at once. Focus goes back to where it was when the sheet closes (`<dialog>`'s own).
 */
export function Sheet({ title, onClose, closeLabel = 'app.close', foot, children }: SheetProps) {
  const { name } = useText();
  const dialog = useRef<HTMLDialogElement>(null);

  // A layout effect: its end runs while the dialog is still on the page, so that closing gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);

  return (
    // A press on the backdrop closes, as Escape and the button do; the keyboard has those two.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key for the same.
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={name(title)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 aria-label={name(title)}>
            <Label k={title} />
          </h2>
          <button type="button" className={styles.close} onClick={onClose} aria-label={name(closeLabel)}>
            <CloseIcon />
            <span>
              <Label k={closeLabel} />
            </span>
          </button>
        </header>
        <div className={styles.body}>{children}</div>
        {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
      </div>
    </dialog>
  );
}
