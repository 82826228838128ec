/** From a key that was pressed anywhere on the page to what it does; never where the key means something else. */
import { commandOfKey, type PlayerCommand, type PlayerKeys, plainKey } from '../../library/player-keys.ts';

/** What a keyboard event says. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** Somebody else has obeyed it. */
  readonly defaultPrevented: boolean;
}

/** Where the key was pressed: in a field that takes it for itself, in a dialog, in the list of keys, or anywhere else. */
export type KeyPlace = 'field' | 'dialog' | 'keys' | 'page';

/** Commands that go on while the key is held. */
const HELD: ReadonlySet<PlayerCommand> = new Set<PlayerCommand>([
  'slower',
  'faster',
  'phrase-back',
  'phrase-on',
  'sentence-back',
  'sentence-on',
  'paragraph-back',
  'paragraph-on',
  'heading-back',
  'heading-on',
  'page-back',
  'page-on',
  'seconds-back',
  'seconds-on',
]);

/** The attribute by which the list of keys is known: there the keys work, so that they can be tried. */
export const KEYS_LIST = 'data-keys-list';

/** The command of a press, or `null` where the press isn't for the player. */
export function commandOfPress(press: KeyPress, place: KeyPlace, keys: PlayerKeys): PlayerCommand | null {
  if (press.defaultPrevented || press.isComposing || place === 'field' || place === 'dialog') return null;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = plainKey(press.key);
  // A letter with Shift is a screen reader's "the one before"; a mark may need Shift to be written at all.
  if (key === null || (press.shiftKey && /\p{L}/u.test(key))) return null;
  const command = commandOfKey(keys, key);
  return command === null || (press.repeat && !HELD.has(command)) ? null : command;
}

interface KeyHands {
  readonly keys: () => PlayerKeys;
  /** Whether the reader wants keys at all. */
  readonly enabled: () => boolean;
  readonly run: (command: PlayerCommand) => void;
}

/** Obeys keys anywhere in the document, until the returned function is called. */
export function listenForKeys(target: Document, { keys, enabled, run }: KeyHands): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (!enabled()) return;
    const command = commandOfPress(event, placeOf(target, event.target), keys());
    if (command === null) return;
    event.preventDefault();
    run(command);
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}

/** Inputs that do nothing with a letter. */
const PLAIN_INPUTS = ['button', 'checkbox', 'file', 'image', 'radio', 'reset', 'submit'];

const FIELDS = [
  `input${PLAIN_INPUTS.map((type) => `:not([type="${type}"])`).join('')}`,
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false"])',
  ...[
    'textbox',
    'searchbox',
    'combobox',
    'listbox',
    'spinbutton',
    'slider',
    'menu',
    'tree',
    'grid',
    'application',
  ].map((role) => `[role="${role}"]`),
].join();

/** Where in the document a key was pressed. A dialog that is open keeps all keys, wherever the focus has gone. */
export function placeOf(page: Document, target: EventTarget | null): KeyPlace {
  const element = target instanceof Element ? target : null;
  if (element?.closest(FIELDS)) return 'field';
  const dialog = element?.closest('dialog, [role="dialog"]') ?? page.querySelector('dialog[open]');
  if (dialog === null) return 'page';
  return dialog.querySelector(`[${KEYS_LIST}]`) === null ? 'dialog' : 'keys';
}
