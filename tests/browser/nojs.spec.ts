import { PLANS } from './support/app.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

for (const id of PLANS.flatMap((plan) => [plan, `${plan}-easy`])) {
  test(`${id} is readable without scripts, with ruby and links`, async ({ page }) => {
    await page.goto(`/read/${id}`);
    const article = page.getByRole('article');
    await expect(article.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(article.locator('h1 rt').first()).toBeVisible();
    await expect(article.locator('ruby')).not.toHaveCount(0);
    await expect(page.getByRole('link', { name: '本だな', exact: true })).toHaveAttribute('href', '/');
    await article.locator('a[href^="/read/guide"]').first().click();
    await expect(page).toHaveURL(/\/read\/guide/u);
    await expect(page.getByRole('article')).toBeVisible();
  });
}

test('The shelf leads to each plan without scripts', async ({ page }) => {
  await page.goto('/');
  for (const id of PLANS) {
    await page.locator(`main a[href="/read/${id}"]`).first().click();
    await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible();
    await page.goBack();
  }
});

test('Every file that a page asks for is there, and none is from elsewhere', async ({ page, baseURL }) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) missing.push(request.url());
  });
  for (const address of ['/', '/read/plan-5', '/open', '/about', '/check']) {
    await page.goto(address);
    await expect(page.getByRole('main')).toBeVisible();
  }
  expect(missing).toEqual([]);
});
