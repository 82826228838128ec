/** Which folder of `src/` may import which: the architecture as data. Everything not named is forbidden. */

export interface FolderRule {
  /** Folders of `src/` whose files may be imported, besides the folder itself. */
  readonly folders: readonly string[];
  /** Single files that may be imported from folders not named above, as paths from the root. */
  readonly files?: readonly string[];
  /** npm packages: any, none, or all but those that know the screen. */
  readonly packages: 'any' | 'none' | 'without-screen';
  /** Whether Node's own modules are there to be imported. */
  readonly node?: boolean;
  /** Whether the folder's own subfolders keep apart from each other. */
  readonly subfoldersApart?: boolean;
}

const domain = ['book', 'japanese', 'formats', 'narration', 'library'];
const primitives = ['ui', 'styles', 'i18n'];

/** Names and messages that the page and the service worker agree on; the one file of `sw` for others. */
const swConstants = 'src/sw/constants.ts';

/** What the page and the reading worker say to each other; the one file of `workers` for the page's side. */
const workerProtocol = 'src/workers/protocol.ts';

/** `{base|reading}`: pure functions on strings, shared by authors' texts and the interface's. */
const rubyNotation = 'src/book/ruby-notation.ts';

/** The reading engine in Node, on the repository's dictionary and lexicon. */
const nodeEngine = 'src/build/node-engine.ts';

/** The bare analyzer in Node. */
const nodeAnalyzer = 'src/build/node-analyzer.ts';

/** The bundled books as the app has them. */
const bundledBooks = 'src/build/content.ts';

/** Reads what MeCab has compiled. */
const dictionaryReader = 'src/build/mecab/system-dictionary.ts';

export const importRules: Readonly<Record<string, FolderRule>> = {
  book: { folders: [], packages: 'none' },
  japanese: { folders: ['book'], packages: 'without-screen' },
  // Every reader of a format cuts its text into sentences, and the HTML writer notes how hard a word is.
  formats: {
    folders: ['book'],
    files: ['src/japanese/segment.ts', 'src/japanese/grades.ts'],
    packages: 'without-screen',
  },
  narration: { folders: ['book', 'japanese'], packages: 'without-screen' },
  library: { folders: ['book'], packages: 'without-screen' },
  platform: { folders: domain, files: [swConstants, workerProtocol], packages: 'without-screen' },
  // The interface writes its readings in the same notation as the books.
  ui: { folders: ['styles', 'i18n'], files: [rubyNotation], packages: 'any' },
  styles: { folders: [], packages: 'none' },
  i18n: { folders: [], files: [rubyNotation], packages: 'any' },
  features: { folders: [...domain, ...primitives], packages: 'any', subfoldersApart: true },
  app: { folders: [...domain, ...primitives, 'platform', 'features', 'sw', 'workers'], packages: 'any' },
  sw: { folders: [], packages: 'without-screen' },
  // A long book is kept by the worker that made it, so that the page never has to take it over for that.
  workers: {
    folders: ['book', 'japanese', 'formats', 'library'],
    files: ['src/platform/storage/idb-books.ts'],
    packages: 'without-screen',
  },
  // The commands' own pipeline: Node's adapters, and the engine as the build makes it.
  press: {
    folders: ['book', 'japanese', 'formats', 'narration'],
    files: [nodeEngine, nodeAnalyzer, bundledBooks, dictionaryReader],
    packages: 'without-screen',
    node: true,
  },
  build: {
    folders: [...domain, ...primitives, 'platform', 'features', 'sw', 'workers', 'press'],
    files: ['src/app/server.tsx'],
    packages: 'any',
    node: true,
  },
};

/** Packages that only the interface may know. */
export const screenPackages: readonly string[] = ['react', 'react-dom', 'i18next', 'wouter'];
