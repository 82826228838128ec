/** axe-core in the page: brought in past the page's own security policy, which is the app's and stays as it is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, ContextSpec, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe found, one line each: the rule, its help, and the elements. Empty where all is well. */
export async function violations(
  page: Page,
  options: RunOptions = {},
  context: ContextSpec = 'html',
): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const loaded = await session.send('Runtime.evaluate', { expression: 'typeof axe' });
    if (loaded.result.value !== 'object') await session.send('Runtime.evaluate', { expression: source });
  } finally {
    await session.detach();
  }
  return page.evaluate(
    async ([within, settings]) => {
      const { axe } = window as unknown as {
        axe: { run(context: ContextSpec, options: RunOptions): Promise<AxeResults> };
      };
      const results = await axe.run(within, { ...settings, resultTypes: ['violations'] });
      return results.violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes
            .slice(0, 3)
            .map((node) => `${node.html.slice(0, 160)} (${node.failureSummary?.split('\n')[1]?.trim()})`)
            .join(' | ')}`,
      );
    },
    [context, options] as const,
  );
}
