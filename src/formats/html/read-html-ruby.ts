/** `<ruby>` in all its writings (HTML §4.5.10, and the older rb and rtc), to bases with their readings. */
import {
  collapse,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isSkipped,
  plainTextOf,
  textOfNode,
} from './read-html-tree.ts';

/**
 * Says the bases in order: `addRuby` for one with a reading, `addText` for one without. Readings after several bases go
 * with them one by one where their numbers agree, else all are one word.
 */
export function addRuby(
  ruby: HtmlElement,
  addText: (text: string) => void,
  addRubied: (base: string, reading: string) => void,
): void {
  let bases: string[] = [];
  let readings: string[] = [];
  const add = (base: string, reading: string): void => {
    const word = collapse(base).replace(/\n/gu, '');
    if (word.trim() === '') addText(base);
    else addRubied(word, reading.replace(/\s+/gu, ''));
  };
  const flush = (): void => {
    if (readings.length === 0) bases.forEach(addText);
    else if (bases.length === readings.length)
      for (const [index, base] of bases.entries()) add(base, readings[index] ?? '');
    else add(bases.join(''), readings.join(''));
    bases = [];
    readings = [];
  };
  const addBase = (text: string): void => {
    if (readings.length > 0) flush();
    bases.push(text);
  };
  const read = (node: HtmlNode): void => {
    if (!isElement(node)) {
      const text = textOfNode(node) ?? '';
      // Between the parts white space only lays out the source.
      if (text.trim() !== '') addBase(text);
    } else if (node.tagName === 'rt') readings.push(plainTextOf(node));
    // A second annotation over the same base isn't its reading.
    else if (node.tagName === 'rtc') {
      if (readings.length === 0) readings.push(...readingsIn(node));
    } else if (node.tagName !== 'rp' && !isSkipped(node)) {
      if (holdsReadings(node)) node.childNodes.forEach(read);
      else addBase(plainTextOf(node));
    }
  };
  ruby.childNodes.forEach(read);
  flush();
}

function readingsIn(container: HtmlElement): readonly string[] {
  const inside = container.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'rt');
  return inside.length === 0 ? [plainTextOf(container)] : inside.map(plainTextOf);
}

/** A ruby within a ruby, or emphasis around a part of it. */
function holdsReadings(element: HtmlElement): boolean {
  return element.childNodes.some((node) => isElement(node) && (node.tagName === 'rt' || holdsReadings(node)));
}
