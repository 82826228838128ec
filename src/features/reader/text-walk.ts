/** The base text of the page, apart from its readings: the same walk serves copying, pressing and marking. */
import type { TextRange } from '../../book/book.ts';

/** The text nodes below an element that hold base text, in order. */
export function* baseTextNodes(element: Node): Generator<Text> {
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
      return isReading(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) yield node;
  }
}

/** The base text below a node, without readings. */
export function baseText(node: Node): string {
  let text = '';
  for (const part of baseTextNodes(node)) text += part.data;
  return text;
}

/**
 * A range of a sentence's text as ranges of the page, one for each text node that it touches, so that no reading lies
 * within. Empty where the page has no such text.
 */
export function domRanges(sentence: Element, { start, end }: TextRange): readonly Range[] {
  const ranges: Range[] = [];
  let position = 0;
  for (const part of baseTextNodes(sentence)) {
    const next = position + part.length;
    if (start < next && position < end) {
      const range = document.createRange();
      range.setStart(part, Math.max(0, start - position));
      range.setEnd(part, Math.min(part.length, end - position));
      ranges.push(range);
    }
    if (end <= next) return ranges;
    position = next;
  }
  // The text ends before the range does: these aren't the words that are meant.
  return [];
}

function isReading(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  return node.localName === 'rt' || node.localName === 'rp' || node.classList.contains('spoken');
}
