/**
 * Watches every frame until one shows the sentence `benchSentence`, in the page or in a frame of its own, and reports
 * when that frame had been painted. Put into each page before its own scripts.
 */
const longTasks: BenchLongTask[] = [];

function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const frame = element.ownerDocument.defaultView?.frameElement ?? null;
  if (frame?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === false) return false;
  const outer = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
  return [...element.getClientRects()].some(
    (box) =>
      box.width > 0 &&
      box.height > 0 &&
      outer.left + box.left < innerWidth &&
      outer.left + box.right > 0 &&
      outer.top + box.top < innerHeight &&
      outer.top + box.bottom > 0,
  );
}

function documents(): Document[] {
  const frames = [...document.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument ?? []);
  return [document, ...frames, ...(globalThis.benchDocuments ?? [])];
}

function watch(): void {
  const element = documents()
    .map((one) => one.getElementById(benchSentence))
    .find((found) => found !== null && found.textContent !== '');
  if (element === undefined || element === null || !isShown(element)) {
    requestAnimationFrame(watch);
    return;
  }
  // A message posted within the frame arrives when the frame has been laid out, painted and handed on.
  const channel = new MessageChannel();
  channel.port1.onmessage = () => report(performance.now());
  channel.port2.postMessage(null);
}

function report(at: number): void {
  const take = (entries: readonly PerformanceEntry[]): void => {
    for (const { startTime, duration } of entries) longTasks.push({ start: startTime, duration });
  };
  new PerformanceObserver((list, observer) => {
    take(list.getEntries());
    take(observer.takeRecords());
  }).observe({ type: 'longtask', buffered: true });
  // The observer is told of earlier tasks in a task of its own.
  setTimeout(() => benchReport(JSON.stringify({ at, origin: performance.timeOrigin, longTasks })), 100);
}

if (self === top && location.protocol.startsWith('http')) requestAnimationFrame(watch);
