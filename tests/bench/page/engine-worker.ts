/** The app's reading engine in a worker, with the same doors as the peer's: paragraphs in, their rubies worked out. */
import { createNaistAnalyzer } from '../../../src/japanese/naist/naist-analyzer.ts';
import { createReadingEngine } from '../../../src/japanese/readings.ts';

interface WorkerScope {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<readonly string[]>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;

const ready = fetch('/dict/naist-jdic.bin')
  .then((response) => response.arrayBuffer())
  .then(createNaistAnalyzer)
  .then((analyzer) => createReadingEngine({ analyzer, lexicon: [] }));

scope.onmessage = async ({ data }) => {
  const engine = await ready;
  const begin = performance.now();
  const read: unknown[] = [];
  for (const paragraph of data) read.push(await engine.read(paragraph));
  scope.postMessage({ took: performance.now() - begin, last: read.at(-1) });
};
