/** What keys are called: a mark alone is silent in most screen readers. */
import type { TextKey, Texts } from '../../i18n/use-text.ts';
import { keysOfCommand, type PlayerCommand, type PlayerKeys } from '../../library/player-keys.ts';

const MARKS: Readonly<Record<string, TextKey>> = {
  ',': 'listening.keys.marks.comma',
  '.': 'listening.keys.marks.period',
  '[': 'listening.keys.marks.left-bracket',
  ']': 'listening.keys.marks.right-bracket',
  ';': 'listening.keys.marks.semicolon',
  ':': 'listening.keys.marks.colon',
  '-': 'listening.keys.marks.minus',
  '^': 'listening.keys.marks.caret',
  '=': 'listening.keys.marks.equals',
  '+': 'listening.keys.marks.plus',
  '?': 'listening.keys.marks.question',
  '@': 'listening.keys.marks.at',
  '\\': 'listening.keys.marks.backslash',
  '*': 'listening.keys.marks.asterisk',
  _: 'listening.keys.marks.underscore',
  '!': 'listening.keys.marks.exclamation',
};

/** A key as it is printed on the keyboard. */
export function shownKey(key: string): string {
  return key.toUpperCase();
}

/** A key as it is said. */
export function spokenKey({ name }: Pick<Texts, 'name'>, key: string): string {
  const mark = MARKS[key];
  return mark === undefined ? shownKey(key) : name(mark);
}

/** All keys of a command as they are said. */
export function spokenKeys(texts: Pick<Texts, 'name'>, keys: PlayerKeys, command: PlayerCommand): string {
  const own = keysOfCommand(keys, command).map((key) => spokenKey(texts, key));
  return own.length === 0 ? texts.name('listening.keys.none') : own.join(' / ');
}
