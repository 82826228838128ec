/** Starts the writing worker; the bundler finds its entry by this very form. */
export function startWritingWorker(): Worker {
  return new Worker(new URL('./writing-worker.ts', import.meta.url), { type: 'module', name: 'writing' });
}
