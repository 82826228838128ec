/** The styles of an EPUB. Sizes and colours are the reader's own affair; these say what belongs together. */
import type { WritingMode } from '../../book/book.ts';

/** The class that a reading system gives to the sentence that is being said. */
export const ACTIVE_CLASS = 'media-overlay-active';

const COMMON = `body { line-height: 1.9; margin: 1em; }
h1, h2, h3, h4, h5, h6 { line-height: 1.6; break-after: avoid; }
p { margin: 0 0 0.8em; }
ruby { ruby-align: center; }
rt { font-size: 0.5em; line-height: 1.1; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border: 1px solid; padding: 0.3em 0.6em; text-align: start; vertical-align: top; }
caption { text-align: start; font-weight: bold; }
figure { margin: 1em 0; }
.diagram, .diagram ul { list-style: none; padding-inline-start: 1.2em; }
.box { display: inline-block; border: 1px solid; border-radius: 0.3em; padding: 0.2em 0.6em; margin: 0.2em 0; }
.subtitle { font-size: 0.9em; }
a { color: inherit; text-decoration: underline; }
.${ACTIVE_CLASS} { background-color: #ffe08a; color: #1a1a1a; text-decoration: underline; text-decoration-thickness: 0.12em; text-underline-offset: 0.2em; }
`;

const VERTICAL = `html { writing-mode: vertical-rl; -epub-writing-mode: vertical-rl; }
.tcy { text-combine-upright: all; -epub-text-combine: horizontal; }
`;

export function styleSheet(mode: WritingMode): string {
  return mode === 'vertical' ? COMMON + VERTICAL : COMMON;
}
