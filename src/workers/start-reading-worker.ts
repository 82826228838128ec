/** Starts the reading worker; the bundler finds its entry by this very form. */
export function startReadingWorker(): Worker {
  return new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module', name: 'reading' });
}
