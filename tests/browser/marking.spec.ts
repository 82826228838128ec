// Longer than other specs: the marks in every theme, and what follows the voice over the text.
import type { Page } from '@playwright/test';
import { currentSentence, frames, giveSettings, open, sentence, sentenceIds, THEMES } from './support/app.ts';
import { giveSpeech, type Speech } from './support/speech.ts';
import { expect, test } from './support/test.ts';

/** The device's voice, which tells of words when the test says so. */
const SPOKEN = { narrator: 'device', rate: 4 };

const MARKERS = ['both', 'colour', 'underline', 'none'] as const;

/** What of a mark is on what, as the browser has it: contrasts, by WCAG 2.2. */
interface Contrasts {
  readonly text: number;
  readonly reading: number;
  readonly word: number;
  /** `null` where there is no line. */
  readonly lineOnPage: number | null;
  readonly lineOnMarker: number | null;
  readonly lineOnWord: number | null;
}

const contrastsOfMark = (page: Page): Promise<Contrasts> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string): number => {
      if (canvas === null) throw new Error('no canvas');
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
        const part = byte / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (a: string, b: string): number => {
      const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (high + 0.05) / (low + 0.05);
    };
    const marked = document.querySelector('article [aria-current="true"]');
    const reading = marked?.querySelector('rt');
    if (!marked || !reading) throw new Error('nothing is marked that has a reading');
    const look = getComputedStyle(marked);
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const ground = look.backgroundColor === 'rgba(0, 0, 0, 0)' ? paper : look.backgroundColor;
    const word = getComputedStyle(marked, '::highlight(spoken-word)');
    const line = look.textDecorationLine === 'underline' ? look.textDecorationColor : null;
    // The marker's ground reaches over the readings: they lie on it, not on the page.
    const over = ground === paper || look.boxShadow.startsWith(ground);
    return {
      text: contrast(look.color, ground),
      reading: over ? contrast(getComputedStyle(reading).color, ground) : 0,
      word: contrast(word.color, word.backgroundColor),
      lineOnPage: line === null ? null : contrast(line, paper),
      lineOnMarker: line === null ? null : contrast(line, ground),
      lineOnWord: line === null ? null : contrast(word.textDecorationColor, word.backgroundColor),
    };
  });

/** Opens a plan at a sentence of several lines and readings, and returns its id. */
async function openMarked(page: Page): Promise<string> {
  await open(page, '/read/plan-5');
  const id = await page
    .locator('article p [data-sentence]')
    .evaluateAll(
      (all) =>
        all.find((each) => each.querySelectorAll('ruby').length >= 6 && each.getClientRects().length >= 1)
          ?.id,
    );
  await page.goto(`/read/plan-5#${id}`);
  await expect(currentSentence(page)).toHaveAttribute('data-sentence', id ?? '');
  return id ?? '';
}

for (const scheme of ['light', 'dark'] as const) {
  test(`In every theme all on the marker and on the word has its contrast (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await giveSettings(page);
    await openMarked(page);
    for (const theme of THEMES) {
      for (const marker of MARKERS) {
        await page.evaluate(
          ([theme, marker]) => Object.assign(document.documentElement.dataset, { theme, marker }),
          [theme, marker] as const,
        );
        const found = await contrastsOfMark(page);
        const where = `${theme}, ${marker}: ${JSON.stringify(found)}`;
        expect(Math.min(found.text, found.reading, found.word), where).toBeGreaterThanOrEqual(7);
        const hasLine = marker === 'both' || marker === 'underline';
        expect(found.lineOnPage !== null, where).toBe(hasLine);
        if (!hasLine) continue;
        for (const line of [found.lineOnPage, found.lineOnMarker, found.lineOnWord]) {
          expect(line, where).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });

  test(`In forced colours the mark is the system's, and its line can be seen (${scheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    await giveSettings(page);
    await openMarked(page);
    for (const marker of MARKERS) {
      await page.evaluate((marker) => Object.assign(document.documentElement.dataset, { marker }), marker);
      const found = await contrastsOfMark(page);
      const where = `${marker}: ${JSON.stringify(found)}`;
      expect(Math.min(found.text, found.reading, found.word), where).toBeGreaterThanOrEqual(7);
      // The system's marker reaches below the line, which so lies on it.
      if (marker === 'both' || marker === 'underline') {
        expect(found.lineOnMarker, where).toBeGreaterThanOrEqual(3);
      }
    }
  });
}

test('With no mark chosen the sentence is still the current one; words can be left unmarked', async ({
  page,
}) => {
  await giveSettings(page, { marker: 'none', markWords: false });
  await openMarked(page);
  const look = await currentSentence(page).evaluate((element) => ({
    ground: getComputedStyle(element).backgroundColor,
    line: getComputedStyle(element).textDecorationLine,
    word: getComputedStyle(element, '::highlight(spoken-word)').backgroundColor,
  }));
  expect(look).toEqual({ ground: 'rgba(0, 0, 0, 0)', line: 'none', word: 'rgba(0, 0, 0, 0)' });
});

/** Where the guide leaves the text free or has its ruler, and the box of some lines, on the screen. */
const guideAndLines = (page: Page, id: string, from = 0, to = Number.POSITIVE_INFINITY) =>
  page.evaluate(
    ([id, from, to]) => {
      const marked = document.querySelector(`article [data-sentence="${id}"]`);
      const read = document.querySelector('.reading-guide:not([hidden]) > .read');
      if (marked === null || read === null) return null;
      const range = document.createRange();
      range.selectNodeContents(marked);
      if (Number.isFinite(to)) {
        // Of a part of the text, the base of its words.
        const walker = document.createTreeWalker(marked, NodeFilter.SHOW_TEXT);
        let position = 0;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          if (node.parentElement?.closest('rt, rp')) continue;
          const next = position + (node.nodeValue ?? '').length;
          if (position <= from && from < next) range.setStart(node, from - position);
          if (position < to && to <= next) range.setEnd(node, to - position);
          position = next;
        }
      }
      const boxes = [...range.getClientRects()];
      const vertical = document.documentElement.dataset.writing === 'vertical';
      const box = read.getBoundingClientRect();
      return vertical
        ? {
            guide: [box.left, box.right],
            lines: [Math.min(...boxes.map(({ left }) => left)), Math.max(...boxes.map(({ right }) => right))],
            size: Number.parseFloat(getComputedStyle(marked).fontSize),
          }
        : {
            guide: [box.top, box.bottom],
            lines: [Math.min(...boxes.map(({ top }) => top)), Math.max(...boxes.map(({ bottom }) => bottom))],
            size: Number.parseFloat(getComputedStyle(marked).fontSize),
          };
    },
    [id, from, to] as const,
  );

/** The guide holds the lines with their readings, and nothing of the lines around them but their edge. */
async function expectGuideAt(page: Page, id: string, from?: number, to?: number): Promise<void> {
  await expect
    .poll(async () => {
      const found = await guideAndLines(page, id, from, to);
      if (found === null) return 'no guide';
      const { guide, lines, size } = found;
      const [a = 0, b = 0] = guide;
      const [c = 0, d = 0] = lines;
      const holds = a <= c + 2 && b >= d - 2;
      const tight = c - a < size && b - d < size;
      return holds && tight ? 'there' : JSON.stringify(found);
    })
    .toBe('there');
}

for (const writingMode of ['horizontal', 'vertical'] as const) {
  for (const guide of ['ruler', 'mask'] as const) {
    test(`The ${guide} lies at the sentence in ${writingMode} writing, whatever happens to the text`, async ({
      page,
    }) => {
      await giveSettings(page, { guide, writingMode, motion: 'reduced' });
      const id = await openMarked(page);
      await expectGuideAt(page, id);

      await page.setViewportSize({ width: 500, height: 700 });
      await expectGuideAt(page, id);
      for (const [name, value] of [
        ['--text-size', '40px'],
        ['--line-spacing', '3'],
        ['--text-size', '20px'],
      ] as const) {
        await page.evaluate(([name, value]) => document.documentElement.style.setProperty(name, value), [
          name,
          value,
        ] as const);
        await expectGuideAt(page, id);
      }
      await page.evaluate(() => Object.assign(document.documentElement.dataset, { furigana: 'none' }));
      await expectGuideAt(page, id);
      await page.evaluate(() => Object.assign(document.documentElement.dataset, { typeface: 'device' }));
      await expectGuideAt(page, id);
      await page.mouse.move(250, 300);
      await page.mouse.wheel(0, 160);
      await frames(page);
      await expectGuideAt(page, id);

      const other = writingMode === 'vertical' ? 'horizontal' : 'vertical';
      await page.evaluate((writing) => Object.assign(document.documentElement.dataset, { writing }), other);
      await expectGuideAt(page, id);
    });
  }
}

test('The guide takes no press, has nothing to say, and lies over no control', async ({ page }) => {
  await giveSettings(page, { guide: 'mask' });
  const id = await openMarked(page);
  await expectGuideAt(page, id);
  await expect(page.locator('.reading-guide')).toHaveAttribute('aria-hidden', 'true');
  const covered = await page.evaluate(() => {
    const guide = document.querySelector<HTMLElement>('.reading-guide');
    if (guide === null) throw new Error('no guide');
    // As if it took presses, which it doesn't: so it is seen whether it lies over what is pressed.
    guide.style.pointerEvents = 'auto';
    const controls = [...document.querySelectorAll('[data-bar] :is(button, a, input), main :is(button, a)')];
    const under = controls
      .filter((control) => control.closest('article') === null)
      .filter((control) => {
        const box = control.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return top !== null && guide.contains(top);
      })
      .map((control) => control.outerHTML.slice(0, 80));
    guide.style.pointerEvents = '';
    return under;
  });
  expect(covered).toEqual([]);
  const word = page.locator('article .w').first();
  await word.click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

/** Listens, and brings the voice to a sentence of at least so many letters; returns its id. */
async function listenTo(page: Page, speech: Speech, letters: number): Promise<{ id: string; text: string }> {
  const at = await page.locator('article [data-sentence]').evaluateAll(
    (all, letters) =>
      all.find((each) => {
        const copy = each.cloneNode(true) as Element;
        for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
        return each.closest('p') !== null && (copy.textContent ?? '').length >= letters;
      })?.id ?? '',
    letters,
  );
  await page.goto(`/read/plan-5#${at}`);
  await expect(currentSentence(page)).toHaveAttribute('data-sentence', at);
  await page.getByRole('button', { name: '聞く', exact: true }).click();
  await speech.hears(1);
  const [said] = await speech.said();
  return { id: at, text: said?.text ?? '' };
}

test('The guide follows the word where the voice tells of it, and takes the whole sentence else', async ({
  page,
}) => {
  const speech = await giveSpeech(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await giveSettings(page, { ...SPOKEN, guide: 'ruler', textSize: 32 });
  await open(page, '/read/plan-5');
  const { id } = await listenTo(page, speech, 45);
  await expectGuideAt(page, id);
  for (const at of [1, 20, 40]) {
    await expect.poll(() => speech.boundary(at, 1)).toBe(true);
    const word = await page.evaluate(() => {
      const [range] = CSS.highlights.get('spoken-word') ?? [];
      return range instanceof Range ? range.getBoundingClientRect().top : null;
    });
    expect(word).not.toBeNull();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const read = document.querySelector('.reading-guide > .read')?.getBoundingClientRect();
          const [range] = CSS.highlights.get('spoken-word') ?? [];
          if (read === undefined || !(range instanceof Range)) return false;
          const box = range.getBoundingClientRect();
          return read.top <= box.top + 1 && read.bottom >= box.bottom - 1 && read.height < box.height * 2.6;
        }),
      )
      .toBe(true);
  }
});

test('In a sentence longer than the screen the word that is said stays in view', async ({ page }) => {
  const speech = await giveSpeech(page);
  await page.setViewportSize({ width: 390, height: 700 });
  await giveSettings(page, { ...SPOKEN, textSize: 72, motion: 'reduced', guide: 'ruler' });
  await open(page, '/read/plan-5');
  const { id } = await listenTo(page, speech, 45);
  await expectGuideAt(page, id);
  for (const at of [5, 20, 30, 42, 10]) {
    await expect.poll(() => speech.boundary(at, 1)).toBe(true);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const [range] = CSS.highlights.get('spoken-word') ?? [];
          if (!(range instanceof Range)) return 'no word';
          const box = range.getBoundingClientRect();
          const top = document.querySelector('[data-bar="top"]')?.getBoundingClientRect().bottom ?? 0;
          const bottom = document.querySelector('[data-bar="bottom"]')?.getBoundingClientRect().top ?? 0;
          return box.top >= Math.max(0, top) && box.bottom <= bottom ? 'in view' : `${box.top} ${box.bottom}`;
        }),
      )
      .toBe('in view');
  }
});

test('Who scrolls away by hand while listening is left there, and followed again on coming back', async ({
  page,
}) => {
  const speech = await giveSpeech(page);
  await giveSettings(page, { ...SPOKEN, motion: 'reduced', guide: 'ruler' });
  await open(page, '/read/plan-5');
  const { id } = await listenTo(page, speech, 20);
  await expectGuideAt(page, id);
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 2500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before + 2500);
  await expect(sentence(page, id)).not.toBeInViewport();
  await speech.finish(1);
  await speech.finish(2);
  await speech.hears(3);
  const next = await currentSentence(page).getAttribute('data-sentence');
  expect(next).not.toBe(id);
  await frames(page);
  expect(await page.evaluate(() => scrollY)).toBe(before + 2500);

  // A press of a move brings the page to the voice again.
  await page.getByRole('button', { name: 'もう一度', exact: true }).click();
  await expect(currentSentence(page)).toBeInViewport();
  await page.mouse.wheel(0, 2500);
  await expect(sentence(page, id)).not.toBeInViewport();
  await speech.hears(4);

  await page.mouse.wheel(0, -2500);
  await expect(sentence(page, id)).toBeInViewport();
  const ids = await sentenceIds(page);
  // Far enough on that the text has to move.
  for (let turn = 4; turn < 15; turn++) await speech.finish(turn);
  await speech.hears(15);
  expect(ids.indexOf((await currentSentence(page).getAttribute('data-sentence')) ?? '')).toBeGreaterThan(
    ids.indexOf(next ?? ''),
  );
  await expect(currentSentence(page)).toBeInViewport();
});

test('Where the browser cannot mark words, a frame goes around them', async ({ page }) => {
  const speech = await giveSpeech(page);
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights');
  });
  for (const writingMode of ['horizontal', 'vertical'] as const) {
    await giveSettings(page, { ...SPOKEN, writingMode });
    await open(page, '/read/plan-5');
    expect(await page.evaluate(() => 'highlights' in CSS)).toBe(false);
    await page.getByRole('button', { name: '聞く', exact: true }).click();
    await expect.poll(() => speech.boundary(0, 2)).toBe(true);
    const frame = page.locator('.word-frames > div').first();
    await expect(frame).toBeVisible();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const box = document.querySelector('.word-frames > div')?.getBoundingClientRect();
          const letters = document.querySelector('article [aria-current="true"]')?.getBoundingClientRect();
          if (box === undefined || letters === undefined) return false;
          return Math.abs(box.top - letters.top) < 4 || Math.abs(box.right - letters.right) < 4;
        }),
      )
      .toBe(true);
    await page.evaluate(() => localStorage.clear());
  }
});

declare global {
  interface Window {
    /** How often React has changed the page. */
    testCommits: number;
  }
}

/** Counts React's commits by the hook that its developer tools use: React calls it in production too. */
async function countCommits(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.testCommits = 0;
    Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
      value: {
        isDisabled: false,
        supportsFiber: true,
        renderers: new Map(),
        inject: () => 1,
        onCommitFiberRoot: () => {
          window.testCommits += 1;
        },
        onCommitFiberUnmount: () => {},
        onPostCommitFiberRoot: () => {},
        checkDCE: () => {},
      },
    });
  });
}

test('Marking costs no render: none for a word, and for a sentence as many with all marks as with none', async ({
  page,
}) => {
  await countCommits(page);
  const speech = await giveSpeech(page);
  const commits = (): Promise<number> => page.evaluate(() => window.testCommits);
  const counts: number[] = [];
  for (const settings of [
    { marker: 'both', markWords: true, guide: 'mask' },
    { marker: 'none', markWords: false, guide: 'none' },
  ]) {
    await page.addInitScript(() => localStorage.clear());
    await giveSettings(page, { ...SPOKEN, ...settings });
    await open(page, '/read/plan-5');
    await page.getByRole('button', { name: '聞く', exact: true }).click();
    await speech.hears(1);
    await expect.poll(() => speech.boundary(0, 1)).toBe(true);
    await page.waitForLoadState('networkidle');
    await frames(page);
    const start = await commits();
    // The counter counts.
    expect(start).toBeGreaterThan(0);
    // All that follows from a move, but nothing that a clock does meanwhile: the time left is counted as well.
    const { ofWords, ofSentences } = await page.evaluate(async () => {
      const commitsOf = async (move: (turn: number) => void): Promise<number> => {
        const before = window.testCommits;
        for (let turn = 1; turn <= 6; turn++) {
          move(turn);
          for (let wait = 0; wait < 10; wait++) await Promise.resolve();
        }
        return window.testCommits - before;
      };
      const next = document.querySelector<HTMLElement>('button[aria-label="次の文"]');
      return {
        ofWords: await commitsOf((turn) => window.testSpeech.boundary(turn, 1)),
        ofSentences: await commitsOf(() => next?.click()),
      };
    });
    expect(ofWords).toBe(0);
    counts.push(ofSentences);
  }
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts[0]).toBe(counts[1]);
});

test('A move changes the mark of two sentences and the guide, and nothing else of the text', async ({
  page,
}) => {
  const speech = await giveSpeech(page);
  await giveSettings(page, { ...SPOKEN, guide: 'ruler' });
  await open(page, '/read/plan-5');
  await page.getByRole('button', { name: '聞く', exact: true }).click();
  await speech.hears(1);
  await expect(page.locator('.reading-guide > .read')).toBeVisible();
  await frames(page);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { testSeen: seen });
    const main = document.querySelector('main');
    if (main === null) throw new Error('no main');
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest('article, .reading-guide') === null) continue;
        const where = element?.closest('.reading-guide')
          ? 'guide'
          : element?.hasAttribute('data-sentence')
            ? 'sentence'
            : 'other';
        seen.push(`${where} ${type} ${attributeName ?? ''}`);
      }
    }).observe(main, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  for (let turn = 1; turn <= 5; turn++) await speech.finish(turn);
  await speech.hears(6);
  await frames(page);
  const seen = await page.evaluate(() =>
    [...new Set((window as unknown as { testSeen: string[] }).testSeen)].sort(),
  );
  expect(seen).toEqual(['guide attributes style', 'sentence attributes aria-current']);
});
