/** The Vite plugin that turns `content/` into books: virtual modules for the app, JSON files for the site. */
import type { Plugin } from 'vite';
import { type BuiltContent, buildContent } from './content.ts';
import { dictionaryFiles } from './dictionary.ts';

const CATALOG = 'virtual:tomoyomi/catalog';
const LEXICON = 'virtual:tomoyomi/lexicon';

let shared: Promise<BuiltContent> | null = null;

/** The content, worked out once for all the builds of one process. */
export function content(root: string): Promise<BuiltContent> {
  shared ??= buildContent(root);
  return shared;
}

export function contentPlugin(): Plugin {
  let root = process.cwd();
  let server = false;
  return {
    name: 'tomoyomi-content',
    configResolved(config) {
      root = config.root;
      server = config.build.ssr !== false;
    },
    resolveId(id) {
      return id === CATALOG || id === LEXICON ? `\0${id}` : null;
    },
    async load(id) {
      if (id === `\0${CATALOG}`) {
        const { books } = await content(root);
        return `export default ${JSON.stringify(books.map((built) => built.entry))}`;
      }
      if (id === `\0${LEXICON}`) return `export default ${JSON.stringify((await content(root)).lexicon)}`;
      return null;
    },
    async generateBundle() {
      if (server || this.environment.name !== 'client') return;
      const { books } = await content(root);
      for (const { entry, json } of books) {
        this.emitFile({ type: 'asset', fileName: entry.address.slice(1), source: json });
      }
      for (const file of await dictionaryFiles(root)) this.emitFile({ type: 'asset', ...file });
    },
    configureServer(vite) {
      vite.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        if (!path.startsWith('/books/')) return next();
        content(root).then(({ books }) => {
          const built = books.find(({ entry }) => entry.address === path);
          if (built === undefined) return next();
          response.setHeader('Content-Type', 'application/json');
          response.end(built.json);
        }, next);
      });
    },
  };
}
