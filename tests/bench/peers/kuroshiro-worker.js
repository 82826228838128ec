/**
 * kuroshiro with its kuromoji plug-in in a worker, as its manual has it. Stands behind the packages' own browser
 * bundles in one classic script. Takes paragraphs, answers with their furigana as HTML.
 */
const { Kuroshiro, KuromojiAnalyzer } = self;
const converter = new (Kuroshiro.default ?? Kuroshiro)();
const ready = converter.init(new (KuromojiAnalyzer.default ?? KuromojiAnalyzer)({ dictPath: '/dict/' }));

self.onmessage = async ({ data }) => {
  await ready;
  const begin = performance.now();
  const html = [];
  for (const paragraph of data) {
    html.push(await converter.convert(paragraph, { mode: 'furigana', to: 'hiragana' }));
  }
  self.postMessage({ took: performance.now() - begin, last: html.at(-1) });
};
