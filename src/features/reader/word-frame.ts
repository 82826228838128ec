/**
 * A frame around the word that is being said, for browsers without CSS Custom Highlight. It lies over the text and has no
 * ground, so that it takes nothing from the letters' contrast, and the text itself is left as it is.
 */
import type { Origin, Sides } from './text-lines.ts';

export interface WordFrame {
  /** Draws a frame around each box of the screen; none for none. `across` is where the frame's lines begin. */
  place(boxes: readonly Sides[], origin: Origin, across: number): void;
  remove(): void;
}

export function createWordFrame(frame: HTMLElement): WordFrame {
  const holder = document.createElement('div');
  holder.className = 'word-frames';
  holder.setAttribute('aria-hidden', 'true');
  frame.append(holder);
  return {
    place(boxes, { vertical, at }, across) {
      const frames = boxes.filter((box) => box.right > box.left && box.bottom > box.top);
      while (holder.childElementCount > frames.length) holder.lastElementChild?.remove();
      while (holder.childElementCount < frames.length) holder.append(document.createElement('div'));
      frames.forEach((box, index) => {
        const element = holder.children[index];
        if (!(element instanceof HTMLElement)) return;
        const x = vertical ? box.right - at : box.left - across;
        const y = vertical ? box.top - across : box.top - at;
        element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
        element.style.width = `${Math.ceil(box.right - box.left)}px`;
        element.style.height = `${Math.ceil(box.bottom - box.top)}px`;
      });
    },
    remove() {
      holder.remove();
    },
  };
}
