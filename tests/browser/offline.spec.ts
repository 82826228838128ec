import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import {
  button,
  choice,
  currentSentence,
  expectReady,
  giveSettings,
  open,
  openSheet,
  PLANS,
  sentence,
} from './support/app.ts';
import { giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 120_000 });

/** The first visit, until the app says that everything is on the device. */
async function visit(page: Page, address = '/'): Promise<void> {
  await open(page, address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** A page as after a cold start: a new one, with nothing of the old one in memory. */
async function coldStart(context: BrowserContext, page: Page): Promise<Page> {
  await page.close();
  const next = await context.newPage();
  await giveSettings(next);
  return next;
}

test('After the first visit everything of the plans works without a network, a cold start included', async ({
  page,
  context,
}) => {
  await giveSettings(page);
  await visit(page);
  await expect(page.getByRole('main')).toContainText(words('offline.ready').slice(0, 6));
  await context.setOffline(true);
  const cold = await coldStart(context, page);
  const speech = await giveSpeech(cold);
  await open(cold, '/');
  await expect(cold.getByRole('heading', { name: '計画の本だな', exact: true })).toBeVisible();
  for (const id of [...PLANS.flatMap((plan) => [plan, `${plan}-easy`]), 'guide', 'how-to-get']) {
    await open(cold, `/read/${id}`);
    await expect(cold.locator('article h1')).toBeVisible();
    await expect(button(cold, '聞く')).toBeVisible();
  }
  // From page to page within the app as well.
  await cold.getByRole('link', { name: '本だな', exact: true }).click();
  await cold.locator('main a[href="/read/plan-5"]').first().click();
  await expect(cold.getByRole('article')).toBeVisible();
  await button(cold, '聞く').click();
  await speech.hears(1);
  await button(cold, 'とめる').click();

  const dialog = await openSheet(cold, 'さがす');
  await dialog.getByRole('searchbox').fill('きょうどう');
  await choice(dialog, words('search.scope'), words('search.everywhere')).check();
  const results = dialog.getByRole('list', { name: words('search.list') }).getByRole('listitem');
  await expect.poll(() => results.count()).toBeGreaterThan(2);
  await expect(dialog).not.toContainText('まだこの');
  await cold.keyboard.press('Escape');

  const settings = await openSheet(cold, '見やすさ');
  await choice(settings, '字体', words('settings.typefaces.mincho')).check();
  await expect(cold.locator('html')).toHaveAttribute('data-typeface', 'mincho');
  await settings.getByRole('combobox', { name: words('settings.language'), exact: true }).selectOption('ko');
  await expect(cold.locator('html')).toHaveAttribute('lang', 'ko');
  for (const address of ['/about', '/open']) {
    await open(cold, address);
    await expect(cold.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const answer = await cold.goto('/no/such/page');
  expect(answer?.status()).toBe(404);
});

test('A first visit to a plan is enough, and the place is found again without a network', async ({
  page,
  context,
}) => {
  await giveSettings(page, { rate: 4 });
  const speech = await giveSpeech(page);
  await visit(page, '/read/plan-5');
  await button(page, '聞く').click();
  for (let turn = 1; turn <= 5; turn++) await speech.finish(turn);
  await speech.hears(6);
  const place = (await currentSentence(page).getAttribute('data-sentence')) ?? '';
  const text = (await speech.texts())[5];
  await context.setOffline(true);
  const cold = await coldStart(context, page);
  const voice = await giveSpeech(cold);
  await open(cold, '/read/plan-5');
  await expect(sentence(cold, place)).toHaveAttribute('aria-current', 'true');
  await expect(sentence(cold, place)).toBeInViewport();
  await button(cold, '聞く').click();
  await expect.poll(() => voice.texts()).toEqual([text]);
});

test('The dictionary of an earlier version goes when this one takes over', async ({ page }) => {
  await giveSettings(page);
  await page.goto('/404.html');
  await page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    await Promise.all(registrations.map((registration) => registration.unregister()));
    const cache = await caches.open('tomoyomi-dictionary-0.1.2');
    await cache.put('/dictionary/kuromoji-0.1.2/base.dat.gz', new Response('old'));
  });
  await visit(page);
  await expect
    .poll(() => page.evaluate(() => caches.has('tomoyomi-dictionary-0.1.2')), { timeout: 60_000 })
    .toBe(false);
});

test('A document of one\u2019s own opens without a network, once the dictionary is there', async ({
  page,
  context,
}) => {
  await giveSettings(page);
  await visit(page, '/open');
  const prepare = page.getByRole('button', { name: /辞書を先に/u });
  await prepare.click();
  await expect(page.getByRole('main')).toContainText(words('open.dictionary-ready').slice(-14), {
    timeout: 60_000,
  });
  // All of it in one place, and only there.
  const kept = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.includes('dictionary'));
    return Promise.all(names.map(async (name) => [name, (await (await caches.open(name)).keys()).length]));
  });
  expect(kept).toEqual([['tomoyomi-dictionary-naist-jdic-1.11-1', 10]]);
  await context.setOffline(true);
  const cold = await coldStart(context, page);
  await open(cold, '/open');
  await cold
    .getByRole('textbox', { name: words('open.paste-label'), exact: true })
    .fill('図書館の本を読む。');
  await button(cold, words('open.read')).click();
  await expect(cold).toHaveURL(/\/read\/.+/u, { timeout: 60_000 });
  await expect(cold.locator('article ruby', { hasText: '図書館' }).locator('rt')).toHaveText('としょかん');
  await cold.reload();
  await expectReady(cold);
  await expect(cold.locator('article ruby', { hasText: '図書館' })).toBeVisible();
});

/** A copy of the build that can be changed while it is served, as a new version on the server would. */
async function serveCopy(): Promise<{ address: string; folder: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tomoyomi-update-'));
  await cp('dist', folder, { recursive: true, filter: (path) => !/dictionary\//u.test(path) });
  const port = await new Promise<number>((fulfil) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => fulfil(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
  const server = spawn(process.execPath, ['tools/serve.mjs', '--dir', folder, '--port', String(port)]);
  const address = `http://localhost:${port}`;
  await expect
    .poll(() =>
      fetch(address).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
  return {
    address,
    folder,
    close: async () => {
      server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Gives a page of the copy another title, and the service worker another revision of it. */
async function publish(folder: string): Promise<void> {
  const page = join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<html ', '<html data-version="new" '));
  const worker = join(folder, 'sw.js');
  const script = await readFile(worker, 'utf8');
  const changed = script.replace(/(\{[^{}]*?url:\s*[`"']\/?index\.html[`"'][^{}]*?\})/u, (entry) =>
    entry
      .replace(/revision:\s*([`"'])[^`"']*\1/u, 'revision:"new"')
      .replace(/,?\s*integrity:\s*([`"'])[^`"']*\1/u, ''),
  );
  expect(changed).not.toBe(script);
  await writeFile(worker, changed);
  for (const path of [page, worker]) {
    for (const ending of ['.br', '.gz']) await rm(`${path}${ending}`, { force: true });
  }
}

test('A new version comes by consent alone, and never while reading aloud', async ({ page }) => {
  const { address, folder, close } = await serveCopy();
  try {
    await giveSettings(page);
    const speech = await giveSpeech(page);
    await visit(page, `${address}/`);
    await page.locator('main a[href="/read/plan-5"]').first().click();
    await button(page, '聞く').click();
    await speech.hears(1);
    await page.evaluate(() => {
      document.documentElement.dataset.same = 'yes';
    });

    await publish(folder);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const now = button(page, words('offline.update-now'));
    await expect(now).toBeVisible({ timeout: 60_000 });
    await expect(now).toBeDisabled();
    await expect(page.getByRole('status').filter({ hasText: 'とめてから' })).toBeVisible();
    expect(await speech.current()).not.toBeNull();

    await button(page, 'とめる').click();
    await expect(now).toBeEnabled();
    // Nothing has been loaded again by itself.
    await expect(page.locator('html')).toHaveAttribute('data-same', 'yes');
    await now.click();
    await expect(page.locator('html')).not.toHaveAttribute('data-same', 'yes', { timeout: 30_000 });
    await expectReady(page);
    await expect(currentSentence(page)).toHaveCount(1);
    await page.goto(`${address}/`);
    await expect(page.locator('html')).toHaveAttribute('data-version', 'new');
    await expect(page.getByRole('heading', { name: '計画の本だな', exact: true })).toBeVisible();
    await expect(now).toHaveCount(0);
  } finally {
    await close();
  }
});

test('A new version that is put off leaves the page as it is', async ({ page }) => {
  const { address, folder, close } = await serveCopy();
  try {
    await giveSettings(page);
    await visit(page, `${address}/`);
    await publish(folder);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const now = button(page, words('offline.update-now'));
    await expect(now).toBeVisible({ timeout: 60_000 });
    await button(page, words('offline.update-later')).click();
    await expect(now).toHaveCount(0);
    await expect(page.locator('html')).not.toHaveAttribute('data-version', 'new');
  } finally {
    await close();
  }
});
