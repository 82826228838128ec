/** How long the page is blocked, task by task, while a long text of one's own is read on a slow main thread. */
import type { Browser } from '@playwright/test';
import { openCold, SLOW } from './browser.ts';

/** The longest task of the main thread in each phase, ms of its own time: what other programs take isn't in it. */
export interface Blocked {
  /** The press itself: the page turns to the progress. */
  readonly press: number;
  /** From the worker's start to its answer: the dictionary comes, readings are worked out, the book is kept. */
  readonly working: number;
  /** From the answer to the book on the page, wherever it is long. */
  readonly opening: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** The button's accessible name on the page for one's own documents. */
const READ = 'ふりがなをつけて読む';

export async function measureBlocked(browser: Browser, address: string, text: string): Promise<Blocked> {
  const { page, session, close } = await openCold(browser);
  try {
    await page.addInitScript(markWorker);
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
    await page.keyboard.press('Escape');
    await page.locator('textarea').evaluate((field, value) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    const button = page.getByRole('button', { name: READ, exact: true });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    if (box === null) throw new Error('the page has no button to read with');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    // What the long text in its field has cost is over before the press.
    await page.evaluate(() => new Promise((fulfil) => requestIdleCallback(fulfil)));
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForURL(/\/read\//u, { timeout: 120_000 });
    await page.locator('article [data-sentence]').first().waitFor({ timeout: 120_000 });
    await page.evaluate(() => performance.mark('bench:shown'));
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    return phasesOf(trace.traceEvents);
  } finally {
    await close();
  }
}

/** Runs in the page before its own scripts: marks the press, the first message to a worker, and its answer. */
function markWorker(): void {
  localStorage.setItem('tomoyomi.settings', JSON.stringify({ version: 1, firstVisitDone: true }));
  addEventListener('click', () => performance.mark('bench:press'), { capture: true });
  const post: (this: Worker, message: unknown) => void = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown) {
    performance.mark('bench:asked');
    this.addEventListener('message', ({ data }) => {
      if (data.type !== 'progress') performance.mark('bench:answered');
    });
    post.call(this, message);
  };
}

function phasesOf(events: readonly TraceEvent[]): Blocked {
  const mark = (name: string): TraceEvent => {
    const found = events.find((event) => event.name === `bench:${name}`);
    if (found === undefined) throw new Error(`the trace has no mark of ${name}`);
    return found;
  };
  const asked = mark('asked');
  const answered = mark('answered');
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && name.endsWith('RunTask') && pid === asked.pid && tid === asked.tid,
  );
  const end = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
  const longest = (some: readonly TraceEvent[]): number =>
    Math.max(0, ...some.map(({ tdur, dur = 0 }) => tdur ?? dur)) / 1000;
  const holding = (time: TraceEvent): readonly TraceEvent[] =>
    tasks.filter((task) => task.ts <= time.ts && end(task) >= time.ts);
  // A task belongs to the phase that it began in; the one that takes the answer goes on to the book.
  return {
    press: longest([...holding(mark('press')), ...holding(asked)]),
    working: longest(tasks.filter((task) => task.ts > asked.ts && end(task) < answered.ts)),
    opening: longest(tasks.filter((task) => end(task) >= answered.ts && task.ts <= mark('shown').ts)),
  };
}
