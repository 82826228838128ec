import { type TextKey, type TextParameters, useText } from '../i18n/use-text.ts';
import { RubyText } from './ruby-text.tsx';

interface LabelProps {
  readonly k: TextKey;
  readonly with?: TextParameters;
}

/** A text of the interface by its key, with furigana where the language has it. */
export function Label({ k, with: parameters }: LabelProps) {
  const { text } = useText();
  return <RubyText text={text(k, parameters)} />;
}
