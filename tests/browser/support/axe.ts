/** axe-core in the page: brought in past the page's own security policy, which is the app's and stays as it is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The parts of a page that axe looks at, as selectors. */
export interface Within {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

const WHOLE: Within = { include: ['html'], exclude: [] };

/** What axe found, one line each: the rule, its help, and the elements. Empty where all is well. */
export async function violations(
  page: Page,
  options: RunOptions = {},
  within: Within = WHOLE,
): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const loaded = await session.send('Runtime.evaluate', { expression: 'typeof axe' });
    if (loaded.result.value !== 'object') await session.send('Runtime.evaluate', { expression: source });
  } finally {
    await session.detach();
  }
  return page.evaluate(
    async ([part, settings]) => {
      const { axe } = window as unknown as {
        axe: { run(context: Within, options: RunOptions): Promise<AxeResults> };
      };
      const results = await axe.run(part, { ...settings, resultTypes: ['violations'] });
      return results.violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes
            .slice(0, 3)
            .map((node) => `${node.html.slice(0, 160)} (${node.failureSummary?.split('\n')[1]?.trim()})`)
            .join(' | ')}`,
      );
    },
    [within, options] as const,
  );
}
