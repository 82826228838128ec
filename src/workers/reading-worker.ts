/** The worker that turns a reader's own document into a Book with readings, and keeps it. A thin door to the handler. */
import lexiconText from 'virtual:tomoyomi/lexicon';
import { parseLexicon } from '../japanese/lexicon.ts';
import { createNaistAnalyzer } from '../japanese/naist/naist-analyzer.ts';
import { createReadingEngine } from '../japanese/readings.ts';
import { createIdbBooks } from '../platform/storage/idb-books.ts';
import { browserDictionaryPorts } from './dictionary-ports.ts';
import { createDictionaryStore } from './dictionary-store.ts';
import type { ReadingRequest, ReadingResponse } from './protocol.ts';
import { createReadingHandler } from './reading-handler.ts';

/** What is needed of a dedicated worker's own scope; the page's types are in force in this project. */
interface WorkerScope {
  postMessage(message: ReadingResponse): void;
  onmessage: ((event: MessageEvent<ReadingRequest>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;

const handle = createReadingHandler({
  post: (response) => scope.postMessage(response),
  dictionary: createDictionaryStore(browserDictionaryPorts()),
  storage: createIdbBooks(),
  now: Date.now,
  createEngine: async (dictionary) => {
    const analyzer = await createNaistAnalyzer(dictionary);
    const lexicon = parseLexicon(lexiconText);
    // The build has checked the lexicon; were it damaged, the dictionary alone would still read.
    return createReadingEngine({ analyzer, lexicon: lexicon.ok ? lexicon.entries : [] });
  },
});

scope.onmessage = (event) => {
  void handle(event.data);
};
