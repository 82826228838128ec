/** A screen reader is given each word once: the ruby text is for the eyes. Pages without scripts keep it. */
export function hideReadingsFromAssistiveTechnology(within: HTMLElement): void {
  for (const reading of within.getElementsByTagName('rt')) reading.setAttribute('aria-hidden', 'true');
}
