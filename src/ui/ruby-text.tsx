import { parseRubyNotation } from '../book/ruby-notation.ts';

/**
 * A text of the interface in ruby notation, shown with its furigana. The readings are for the eyes: what the element
 * is called must be set on it by `aria-label`, because browsers count ruby text into a name even where it is hidden.
 */
export function RubyText({ text }: { readonly text: string }) {
  const runs = parseRubyNotation(text);
  return runs.map((run, index) =>
    'text' in run ? (
      run.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never move among themselves.
      <ruby key={index}>
        {run.base}
        <rp>（</rp>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an rt takes no focus. */}
        <rt aria-hidden="true">{run.reading}</rt>
        <rp>）</rp>
      </ruby>
    ),
  );
}
