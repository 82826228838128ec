/**
 * What helps the eyes to keep the line: a ruler under what is being read, or a veil over everything else. Drawn with
 * a few elements that are moved by transforms alone, so that a move costs no layout; which of them show, and how, the
 * styles say (`data-guide` of the root element).
 */
import type { Band } from './text-lines.ts';

/** Where the guide lies, all in CSS pixels of the frame's content. */
export interface GuidePlace {
  readonly vertical: boolean;
  /** The lines that are being read, with their readings and their underline. */
  readonly read: Band;
  /** The whole text. */
  readonly text: Band;
  /** Where the text's lines begin, and how long they are. */
  readonly inlineStart: number;
  readonly inlineSize: number;
}

export interface ReadingGuide {
  /** Puts it to the lines that are being read, or away. */
  place(place: GuidePlace | null): void;
  /** Takes it off the page. */
  remove(): void;
}

/** `frame` holds the text and is what the guide is placed in. */
export function createReadingGuide(frame: HTMLElement): ReadingGuide {
  const guide = document.createElement('div');
  guide.className = 'reading-guide';
  guide.setAttribute('aria-hidden', 'true');
  guide.hidden = true;
  const add = (name: string): HTMLElement => {
    const part = document.createElement('div');
    part.className = name;
    guide.append(part);
    return part;
  };
  const before = add('before');
  const read = add('read');
  const after = add('after');
  const edge = add('edge');
  frame.append(guide);
  let inline = '';

  const stretch = (part: HTMLElement, { start, end }: Band, vertical: boolean): void => {
    const from = Math.round(start);
    const size = Math.max(0, Math.round(end) - from);
    part.style.transform = vertical
      ? `translateX(${-from}px) scaleX(${size})`
      : `translateY(${from}px) scaleY(${size})`;
  };

  return {
    place(place) {
      guide.hidden = place === null;
      if (place === null) return;
      const { vertical, text } = place;
      // The lines' length changes with the page's size alone: only then is there anything to lay out.
      const next = `${Math.round(place.inlineStart)} ${Math.round(place.inlineSize)}`;
      if (next !== inline) {
        inline = next;
        guide.style.insetInlineStart = `${Math.round(place.inlineStart)}px`;
        guide.style.inlineSize = `${Math.round(place.inlineSize)}px`;
      }
      stretch(before, { start: text.start, end: place.read.start }, vertical);
      stretch(read, place.read, vertical);
      const end = Math.round(place.read.end);
      edge.style.transform = vertical ? `translateX(${-end}px)` : `translateY(${end}px)`;
      stretch(after, { start: place.read.end, end: text.end }, vertical);
    },
    remove() {
      guide.remove();
    },
  };
}
