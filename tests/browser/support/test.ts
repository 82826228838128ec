/** Playwright's `test` as these specs use it: no service worker unless a spec is about being offline. */
import { test as base, expect as baseExpect } from '@playwright/test';

/** Patient enough for a machine that does other work too; what holds is answered at once all the same. */
export const expect = baseExpect.configure({ timeout: 15_000 });

export const test = base.extend<{ readonly quiet: undefined }>({
  serviceWorkers: 'block',
  /** A page that throws or logs an error fails its test, whatever else it was about. */
  quiet: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
          errors.push(message.text());
        }
      });
      await use(undefined);
      expect(errors, 'errors that the page threw or logged').toEqual([]);
    },
    { auto: true },
  ],
});
