import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import {
  button,
  currentSentence,
  expectReady,
  expectStatus,
  giveSettings,
  open,
  plainText,
} from './support/app.ts';
import { giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

// The reader's own documents need the dictionary, which is large: each of these has the time to fetch it.
test.describe.configure({ timeout: 90_000 });

const TEXT = '図書館で本を借りました。\n\n二十日に福祉の会議があります。';

const box = (page: Page) => page.getByRole('textbox', { name: words('open.paste-label'), exact: true });

async function paste(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await button(page, words('open.read')).click();
}

async function expectOpened(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/read\/.+/u, { timeout: 60_000 });
  await expectReady(page);
  await expect(page.getByRole('article')).toBeVisible();
}

async function choose(page: Page, name: string, mimeType: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByLabel('ファイルを選ぶ', { exact: true })
    .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

test.beforeEach(async ({ page }) => {
  await giveSettings(page);
});

test('A pasted text gets furigana and a voice, stays on the device, and can be taken away', async ({
  page,
}) => {
  const speech = await giveSpeech(page);
  await open(page, '/open');
  await paste(page, TEXT);
  await expectOpened(page);
  const reading = (base: string) => page.locator('article ruby', { hasText: base }).locator('rt').first();
  await expect(reading('図書館')).toHaveText('としょかん');
  await expect(reading('福祉')).toHaveText('ふくし');
  expect(await plainText(page.getByRole('article'))).toContain('図書館で本を借りました。');
  await button(page, '聞く').click();
  await expect.poll(() => speech.current()).not.toBeNull();
  await expect(currentSentence(page)).toHaveCount(1);
  await button(page, 'とめる').click();

  await page.reload();
  await expectReady(page);
  await expect(reading('図書館')).toHaveText('としょかん');
  const address = new URL(page.url()).pathname;

  await page.getByRole('link', { name: '本だな', exact: true }).click();
  const own = page.getByRole('region', { name: words('shelf.own-title') });
  await expect(own.locator(`a[href="${address}"]`)).toBeVisible();
  await own.getByRole('button', { name: /消す$/u }).click();
  await expect(own.locator(`a[href="${address}"]`)).toHaveCount(0);
  await button(page, words('app.undo')).click();
  await expect(own.locator(`a[href="${address}"]`)).toBeVisible();
});

test('A text file in Shift_JIS opens from the shelf', async ({ page }) => {
  await open(page, '/');
  // 「地域の福祉。」 and 「協働する。」, by the code table of JIS X 0208 in Shift_JIS.
  const bytes = [
    0x92, 0x6e, 0x88, 0xe6, 0x82, 0xcc, 0x95, 0x9f, 0x8e, 0x83, 0x81, 0x42, 0x0d, 0x0a, 0x0d, 0x0a, 0x8b,
    0xa6, 0x93, 0xad, 0x82, 0xb7, 0x82, 0xe9, 0x81, 0x42, 0x0d, 0x0a,
  ];
  await choose(page, 'お知らせ.txt', 'text/plain', Uint8Array.from(bytes));
  await expectOpened(page);
  const text = await plainText(page.getByRole('article'));
  expect(text).toContain('地域の福祉。');
  expect(text).toContain('協働する。');
  await expect(page.locator('article ruby', { hasText: '協働' }).locator('rt')).toHaveText('きょうどう');
});

test('A Markdown file keeps its headings, and an author\u2019s reading wins; code in it stays text', async ({
  page,
}) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await open(page, '/open');
  const markdown = [
    '# 町の{便り|たより}',
    '',
    '## 第一の話',
    '',
    '{今日|こんにち}は<script>alert(1)</script>と<img src=x onerror="alert(2)">です。',
    '',
    '[悪い先](javascript:alert(3))と、[よい先](https://example.com/)。',
  ].join('\n');
  await choose(page, '便り.md', 'text/markdown', new TextEncoder().encode(markdown));
  await expectOpened(page);
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { level: 1 })).toContainText('便り');
  expect(await plainText(article.getByRole('heading', { level: 2 }))).toBe('第一の話');
  await expect(article.locator('ruby', { hasText: '今日' }).locator('rt')).toHaveText('こんにち');
  await expect(article.locator('script, img, iframe')).toHaveCount(0);
  const addresses = await article
    .locator('a')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
  expect(addresses.filter((href) => href?.startsWith('javascript:'))).toEqual([]);
  expect(dialogs).toEqual([]);
});

test('Tags in a pasted text stay text', async ({ page }) => {
  await open(page, '/open');
  await paste(page, '<script>document.title="×"</script>と<b>太い</b>文字。');
  await expectOpened(page);
  expect(await plainText(page.getByRole('article'))).toContain('<script>document.title="×"</script>');
  await expect(page.locator('article script, article b')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^×/u);
});

test('What is no text is refused clearly, and what was typed stays', async ({ page }) => {
  await open(page, '/open');
  await box(page).fill(TEXT);
  const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251);
  await choose(page, '写真.txt', 'text/plain', noise);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(/ファイル|よみとれ|テキスト/u);
  await expect(box(page)).toHaveValue(TEXT);
  await choose(page, '写真.jpg', 'image/jpeg', noise);
  await expect(alert).toContainText(/unknown-format|binary/u);
  await expect(box(page)).toHaveValue(TEXT);
  await choose(page, '空.txt', 'text/plain', new Uint8Array());
  await expect(alert).toContainText('empty');
  // Neither does a page that is loaded again lose it.
  await page.reload();
  await expectReady(page);
  await expect(box(page)).toHaveValue(TEXT);
});

test('An empty text is told of', async ({ page }) => {
  await open(page, '/open');
  await button(page, words('open.read')).click();
  await expect(page.getByRole('alert')).toContainText('empty');
});

test('Without the dictionary one is told so, and the text stays', async ({ page }) => {
  await page.route('**/dictionary/**', (route) => route.abort());
  await open(page, '/open');
  await paste(page, TEXT);
  await expect(page.getByRole('alert')).toContainText('dictionary-unavailable', { timeout: 60_000 });
  await expect(box(page)).toHaveValue(TEXT);
  await page.unroute('**/dictionary/**');
  await button(page, words('open.read')).click();
  await expectOpened(page);
});

test('Where the device keeps nothing, a document can be read all the same, and it is said', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = refuse;
  });
  // Neither does the worker get leave.
  await page.route('**/assets/reading-worker-*.js', async (route) => {
    const answer = await route.fetch();
    const refusing =
      "Object.defineProperty(self,'indexedDB',{get(){throw new DOMException('denied','SecurityError')}});";
    await route.fulfill({ response: answer, body: (await answer.text()) + refusing });
  });
  await open(page, '/open');
  await paste(page, TEXT);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('storage', { timeout: 60_000 });
  await alert.getByRole('link', { name: words('open.read-now') }).click();
  await expectOpened(page);
  await expect(page.locator('article ruby').first()).toBeVisible();
});

test('Opening can be stopped', async ({ page }) => {
  // The answer is kept back for as long as the test lasts.
  await page.route('**/dictionary/**', () => new Promise(() => {}));
  await open(page, '/open');
  await paste(page, TEXT);
  await button(page, words('app.cancel')).click();
  await expectStatus(page, words('open.stopped'));
  await expect(box(page)).toHaveValue(TEXT);
});

/** The dictionary's files that are asked for, by their names, as the browser asks. */
function watchDictionary(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/dictionary/')) asked.push(pathname.split('/').at(-1) ?? '');
  });
  return asked;
}

const ALL_PIECES = readdirSync('dist/dictionary/naist-jdic-1.11-1').filter((name) => name.endsWith('.bin'));

test('The dictionary comes in pieces, once, with progress in bytes; an older kind is never asked for', async ({
  page,
}) => {
  const asked = watchDictionary(page);
  const others: string[] = [];
  page.on('request', (request) => {
    if (/\.dat\.gz|kuromoji/u.test(request.url())) others.push(request.url());
  });
  // Each piece waits until the one before has been seen on the page.
  await page.route('**/dictionary/**/8.bin', async (route) => {
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /\d+パーセント/u);
    await expect(page.locator('progress + span')).toContainText(/MB \/ 4\.5 MB/u);
    await route.continue();
  });
  await open(page, '/open');
  await expect(page.getByRole('button', { name: /辞書を先に取りよせる（4.5 MB）/u })).toBeVisible();
  await paste(page, TEXT);
  await expectOpened(page);
  expect([...asked].sort()).toEqual([...ALL_PIECES, 'manifest.json'].sort());
  asked.length = 0;
  await open(page, '/open');
  await paste(page, '別の文章です。');
  await expectOpened(page);
  expect(asked).toEqual([]);
  expect(others).toEqual([]);
});

test('A download that was interrupted goes on with the pieces that are missing', async ({ page }) => {
  const asked = watchDictionary(page);
  await page.route('**/dictionary/**/5.bin', (route) => route.abort());
  await open(page, '/open');
  await paste(page, TEXT);
  await expect(page.getByRole('alert')).toContainText('dictionary-unavailable', { timeout: 60_000 });
  const before = asked.filter((name) => name !== '5.bin');
  expect(before).toContain('0.bin');
  await page.unroute('**/dictionary/**/5.bin');
  asked.length = 0;
  // Also after the page, and its worker, have gone.
  await page.reload();
  await expectReady(page);
  await button(page, words('open.read')).click();
  await expectOpened(page);
  expect(asked).toContain('5.bin');
  expect(asked.filter((name) => before.includes(name))).toEqual([]);
  expect([...new Set([...before, ...asked])].sort()).toEqual([...ALL_PIECES, 'manifest.json'].sort());
});

test('A damaged piece is refused and fetched anew', async ({ page }) => {
  let times = 0;
  await page.route('**/dictionary/**/3.bin', async (route) => {
    times += 1;
    if (times > 1) return route.continue();
    const answer = await route.fetch();
    const body = await answer.body();
    body[1000] = (body[1000] ?? 0) ^ 1;
    return route.fulfill({ response: answer, body });
  });
  await open(page, '/open');
  await paste(page, TEXT);
  await expectOpened(page);
  expect(times).toBe(2);
  await expect(page.locator('article ruby', { hasText: '図書館' }).locator('rt')).toHaveText('としょかん');
});

test('A server that gzips the pieces on their way is understood', async ({ page }) => {
  await page.route('**/dictionary/**/*.bin', async (route) => {
    const answer = await route.fetch();
    const body = gzipSync(await answer.body());
    await route.fulfill({ response: answer, body, headers: { 'Content-Type': 'application/octet-stream' } });
  });
  await open(page, '/open');
  await paste(page, TEXT);
  await expectOpened(page);
});
