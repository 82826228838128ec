import { type ReactNode, useId, useRef, useState } from 'react';
import { type TextKey, type TextParameters, useText } from '../../i18n/use-text.ts';
import {
  type AssignedKey,
  keysOfCommand,
  type PlayerCommand,
  type PlayerKeys,
  type PlayerKeysStore,
  plainKey,
} from '../../library/player-keys.ts';
import type { SettingsStore } from '../../library/settings-store.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Label } from '../../ui/label.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStore } from '../../ui/use-store.ts';
import { KEYS_LIST } from './key-commands.ts';
import { KeyField } from './key-field.tsx';
import { shownKey, spokenKey, spokenKeys } from './key-names.ts';
import styles from './keys-sheet.module.css';

interface KeysSheetProps {
  readonly keys: PlayerKeysStore;
  readonly settings: SettingsStore;
  readonly onClose: () => void;
}

interface Message {
  readonly key: TextKey;
  readonly parameters?: TextParameters;
}

const GROUPS: readonly {
  readonly label: 'listen' | 'move' | 'more';
  readonly commands: readonly PlayerCommand[];
}[] = [
  { label: 'listen', commands: ['play', 'again', 'slower', 'faster', 'voices'] },
  {
    label: 'move',
    commands: [
      'sentence-back',
      'sentence-on',
      'phrase-back',
      'phrase-on',
      'paragraph-back',
      'paragraph-on',
      'heading-back',
      'heading-on',
      'page-back',
      'page-on',
      'seconds-back',
      'seconds-on',
      'chapter-start',
      'place-back',
    ],
  },
  { label: 'more', commands: ['where', 'bookmark', 'sleep', 'help'] },
];

/** 「キーの一覧」: what each key does; a press on a key's button changes it. */
export function KeysSheet({ keys: store, settings, onClose }: KeysSheetProps) {
  const texts = useText();
  const { name, text } = texts;
  const { keys, isDefault, problem } = useStore(store);
  const { playerKeys } = useStore(settings).settings;
  const [changing, setChanging] = useState<PlayerCommand | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const buttons = useRef(new Map<PlayerCommand, HTMLButtonElement>());
  const wanted = useRef<PlayerCommand | null>(null);
  const hint = useId();

  /** The keyboard stays at the row. */
  const finish = (command: PlayerCommand, next: Message | null): void => {
    wanted.current = command;
    setChanging(null);
    setMessage(next);
  };
  const assign = (command: PlayerCommand, pressed: string): void => {
    const answer = store.assign(command, pressed);
    const key = spokenKey(texts, plainKey(pressed) ?? pressed);
    if (!answer.ok) setMessage(refusal(answer, key, text));
    else
      finish(command, {
        key: 'listening.keys.done',
        parameters: { command: text(commandText(command)), key },
      });
  };
  const clear = (command: PlayerCommand): void => {
    store.clear(command);
    finish(command, { key: 'listening.keys.cleared', parameters: { command: text(commandText(command)) } });
  };

  return (
    <Sheet
      title="listening.keys.title"
      onClose={onClose}
      foot={
        <Button
          label="listening.keys.reset"
          disabled={isDefault}
          onPress={() => {
            store.reset();
            setChanging(null);
            setMessage({ key: 'listening.keys.was-reset' });
          }}
        />
      }
    >
      <div {...{ [KEYS_LIST]: '' }} className={styles.list}>
        <p>
          <Label k="listening.keys.intro" />
        </p>
        <Choices
          label="listening.keys.use"
          choices={[
            { value: 'on', label: 'listening.keys.uses.on' },
            { value: 'off', label: 'listening.keys.uses.off' },
          ]}
          value={playerKeys ? 'on' : 'off'}
          onChoose={(use) => settings.change({ playerKeys: use === 'on' })}
        />
        {problem !== 'none' && (
          <p className={styles.problem} role="status">
            <Label k={problem === 'repaired' ? 'listening.keys.repaired' : 'listening.keys.not-kept'} />
          </p>
        )}
        {/* In sight wherever in the list the key is that is being changed. */}
        <div className={changing === null && message === null ? undefined : styles.told}>
          <p role="status">
            {message !== null && (
              <Label k={message.key} {...(message.parameters && { with: message.parameters })} />
            )}
          </p>
          {changing !== null && (
            // A refusal asks for another key itself; both would cover the key.
            <p id={hint} className={message === null ? undefined : 'visually-hidden'}>
              <Label k="listening.keys.press" />
            </p>
          )}
        </div>
        {GROUPS.map(({ label, commands }) => (
          <table key={label} className={styles.table} aria-label={name(`listening.keys.groups.${label}`)}>
            <caption aria-hidden="true">
              <Label k={`listening.keys.groups.${label}`} />
            </caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{name('listening.keys.does')}</th>
                <th scope="col">{name('listening.keys.key')}</th>
              </tr>
            </thead>
            <tbody>
              {commands.map((command) => (
                <tr key={command}>
                  <th scope="row" aria-label={name(commandText(command))}>
                    <Label k={commandText(command)} />
                  </th>
                  <td>
                    {changing === command ? (
                      <KeyField
                        command={command}
                        describedBy={hint}
                        onKey={(pressed) => assign(command, pressed)}
                        onClear={() => clear(command)}
                        onCancel={() => finish(command, null)}
                        onLeave={() => setChanging(null)}
                      />
                    ) : (
                      <button
                        type="button"
                        className={styles.key}
                        ref={(element) => {
                          if (element === null) return;
                          buttons.current.set(command, element);
                          if (wanted.current === command) element.focus();
                          if (wanted.current === command) wanted.current = null;
                        }}
                        aria-label={name('listening.keys.change', {
                          command: name(commandText(command)),
                          key: spokenKeys(texts, keys, command),
                        })}
                        onClick={() => {
                          setChanging(command);
                          setMessage(null);
                        }}
                      >
                        <Caps keys={keys} command={command} />
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
        <p className={styles.hint}>
          <Label k="listening.keys.screen-reader" />
        </p>
      </div>
    </Sheet>
  );
}

function Caps({ keys, command }: { readonly keys: PlayerKeys; readonly command: PlayerCommand }): ReactNode {
  const own = keysOfCommand(keys, command);
  if (own.length === 0) return <Label k="listening.keys.none" />;
  return own.map((key) => <kbd key={key}>{shownKey(key)}</kbd>);
}

function commandText(command: PlayerCommand): TextKey {
  return `listening.keys.commands.${command}`;
}

function refusal(
  { error }: Extract<AssignedKey, { ok: false }>,
  key: string,
  text: (key: TextKey) => string,
): Message {
  if (error.code === 'unusable') return { key: 'listening.keys.unusable' };
  if (error.code === 'browsers-own') return { key: 'listening.keys.browsers-own', parameters: { key } };
  return { key: 'listening.keys.taken', parameters: { key, other: text(commandText(error.by)) } };
}
