/** foliate-js as its own reader starts it: the address's `?book=` in one view, at the beginning. */
import 'foliate-js/view.js';

interface FoliateView extends HTMLElement {
  open(book: string): Promise<void>;
  init(options: { showTextStart: boolean }): Promise<void>;
}

const view = document.createElement('foliate-view') as FoliateView;
view.addEventListener('load', (event) => {
  // The document lies behind a closed shadow root.
  globalThis.benchDocuments = [(event as CustomEvent<{ doc: Document }>).detail.doc];
});
document.body.append(view);
await view.open(new URLSearchParams(location.search).get('book') ?? '');
await view.init({ showTextStart: true });
