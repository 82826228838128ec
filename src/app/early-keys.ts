/** Keys that are pressed before what obeys them is there: it is fetched for the first of them, and they are pressed again then. */

/** `null` where they are obeyed already. */
let waiting: KeyboardEvent[] | null = null;

/** Calls `onFirst` for plain keys of the page that nobody else obeys, and keeps them, until they are obeyed. */
export function keepEarlyKeys(onFirst: () => void): () => void {
  waiting = [];
  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, defaultPrevented } = event;
    if (
      waiting === null ||
      key.length !== 1 ||
      key === ' ' ||
      ctrlKey ||
      altKey ||
      metaKey ||
      defaultPrevented
    )
      return;
    waiting.push(event);
    onFirst();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

/** Presses them again where they were pressed. Whoever listens now decides whether they mean anything there. */
export function obeyEarlyKeys(): void {
  const kept = waiting ?? [];
  waiting = null;
  for (const event of kept) event.target?.dispatchEvent(new KeyboardEvent(event.type, event));
}
