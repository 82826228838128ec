/** Ends speech with the page: engines go on speaking after it is gone, and hand the queue to the next page. */

/** Calls `stop` when the page goes away or into the back-forward cache. The returned function ends that. */
export function stopOnPageHide(
  window: Pick<Window, 'addEventListener' | 'removeEventListener'>,
  stop: () => void,
): () => void {
  const onPageHide = (): void => stop();
  window.addEventListener('pagehide', onPageHide);
  return () => window.removeEventListener('pagehide', onPageHide);
}
