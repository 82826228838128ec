import { parseRubyNotation } from '../book/ruby-notation.ts';

/**
 * A text of the interface in ruby notation, shown with its furigana. The readings are for the eyes alone, so the styles
 * write them from an attribute: as text they would count as the element's visible words, and get into copies. What the
 * element is called is set on it by `aria-label` all the same, because browsers differ.
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
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an rt takes no focus. */}
        <rt aria-hidden="true" data-reading={run.reading} />
      </ruby>
    ),
  );
}
