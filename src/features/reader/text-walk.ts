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

/** A range of a sentence's text as a range of the page; `null` where the page has no such text. */
export function domRange(sentence: Element, { start, end }: TextRange): Range | null {
  const range = document.createRange();
  let position = 0;
  let begun = false;
  for (const part of baseTextNodes(sentence)) {
    const next = position + part.length;
    if (!begun && start < next) {
      range.setStart(part, start - position);
      begun = true;
    }
    if (begun && end <= next) {
      range.setEnd(part, end - position);
      return range;
    }
    position = next;
  }
  return null;
}

function isReading(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  return node.localName === 'rt' || node.localName === 'rp' || node.classList.contains('spoken');
}
