import { expect, test } from 'vitest';
import { createProgressPlugin } from '../../../src/sw/progress.ts';

test('each file that has come in an installation is told, of how many', async () => {
  const told: unknown[] = [];
  const plugin = createProgressPlugin(
    () => 2,
    (progress) => told.push([progress.done, progress.total]),
  );
  await plugin.handlerDidComplete({ event: { type: 'install' }, response: {} });
  await plugin.handlerDidComplete({ event: { type: 'install' }, response: {} });
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test.each([
  ['a file served to a page', { event: { type: 'fetch' }, response: {} }],
  ['a file that could not be fetched', { event: { type: 'install' } }],
  ['a file that could not be stored', { event: { type: 'install' }, response: {}, error: new Error('full') }],
])('%s does not count', async (_, outcome) => {
  const told: unknown[] = [];
  await createProgressPlugin(
    () => 2,
    (progress) => told.push(progress),
  ).handlerDidComplete(outcome);
  expect(told).toEqual([]);
});
