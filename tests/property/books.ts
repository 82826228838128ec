/** Books for property tests: every kind of block, ranges that keep the model's promises, texts that are hard. */
import fc from 'fast-check';
import {
  type Block,
  BOOK_VERSION,
  type Book,
  type Mark,
  type Section,
  type Sentence,
} from '../../src/book/book.ts';

/** Texts with kanji, kana, markup, surrogates (unpaired ones too), spaces and line breaks. */
export const hardText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'協働食べる本NPO1。、「」<>&"\'{}|*_`[]()!#-\n 　\\'),
      fc.constantFrom(
        '𠮷',
        '\ud800',
        '\udc00',
        '<b>',
        '{本|ほん}',
        '本《ほん》',
        '\n\n',
        '# ',
        '- ',
        '```',
        '| a |\n|---|\n',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** Where a text may be cut: before and after each of its characters. */
function edgesOf(text: string): number[] {
  const edges = [0];
  for (const character of text) edges.push((edges.at(-1) ?? 0) + character.length);
  return edges;
}

/** Disjoint ranges over a text, sorted. */
function ranges(text: string): fc.Arbitrary<{ start: number; end: number }[]> {
  return fc.subarray(edgesOf(text), { maxLength: Math.min(8, edgesOf(text).length) }).map((points) =>
    points.flatMap((start, index) => {
      const end = points[index + 1];
      return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
    }),
  );
}

const kinds = fc.constantFrom<Mark['type'] | 'none'>('emphasis', 'strong', 'code', 'link', 'none');

const addresses = fc.constantFrom(
  '/a?b="&c',
  '#s-1',
  '#nowhere',
  '/read/book#sec-0',
  'https://example.jp/?a=b&c',
  'mailto:a@example.jp',
);

/** Marks that nest: each within the one before, some left out. */
function marks(text: string): fc.Arbitrary<Mark[]> {
  const within = (edges: readonly number[], depth: number): fc.Arbitrary<Mark[]> => {
    if (edges.length < 2 || depth === 0) return fc.constant([]);
    const last = edges.length - 1;
    const pair = fc
      .tuple(fc.nat(last - 1), fc.nat(last))
      .map(([a, b]): [number, number] => [a, Math.max(a + 1, b)]);
    return fc.tuple(pair, kinds, addresses).chain(([[from, to], type, href]) => {
      const range = { start: edges[from] ?? 0, end: edges[to] ?? 0 };
      const own: Mark[] =
        type === 'none' ? [] : [type === 'link' ? { type, href, ...range } : { type, ...range }];
      return within(edges.slice(from, to + 1), depth - 1).map((inner) => [...own, ...inner]);
    });
  };
  return within(edgesOf(text), 3);
}

function sentenceOf(text: string): fc.Arbitrary<Omit<Sentence, 'id'>> {
  return fc.tuple(ranges(text), marks(text), fc.boolean()).map(([ruby, found, worded]) => ({
    text,
    ruby: ruby.map((range) => ({ ...range, reading: 'よみ<', origin: 'analyzer' as const, confidence: 0.5 })),
    marks: found,
    words: worded ? ruby.map((range) => ({ ...range, reading: 'よみ' })) : [],
  }));
}

const sentences = fc.array(
  hardText.filter((text) => text.trim() !== '' && text !== 'よみ<').chain(sentenceOf),
  { maxLength: 3 },
);

type Unnamed = Omit<Sentence, 'id'>[];
type Naming = (unnamed: Unnamed) => Sentence[];

const { block } = fc.letrec<{ block: (name: Naming) => Block }>((tie) => {
  const withSentences = (make: (found: Sentence[]) => Block) =>
    sentences.map((found) => (name: Naming) => make(name(found)));
  const withBlocks = (make: (found: Block[]) => Block) =>
    fc
      .array(tie('block'), { maxLength: 3 })
      .map((inner) => (name: Naming) => make(inner.map((one) => one(name))));
  return {
    block: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'block' },
      withSentences((found) => ({ type: 'paragraph', sentences: found })),
      withSentences((found) => ({ type: 'preformatted', sentences: found })),
      withSentences((found) => ({ type: 'diagram', caption: [], nodes: [{ label: found, children: [] }] })),
      withSentences((found) => ({
        type: 'table',
        caption: [],
        rows: [[{ header: true, sentences: found }]],
      })),
      withSentences((found) => ({ type: 'figure', src: 'a.png', alternative: [], caption: found })),
      withSentences((found) => ({ type: 'diagram', caption: found, nodes: [] })),
      fc.constant(() => ({ type: 'thematic-break' as const })),
      fc.constantFrom('1', '12', '１２', 'iv', '0', '99999999999').map((label) => (name: Naming) => {
        const [page] = name([{ text: label, ruby: [], marks: [], words: [] }]);
        return { type: 'page-break' as const, id: page?.id ?? '', label };
      }),
      withBlocks((blocks) => ({ type: 'quote', blocks })),
      withBlocks((blocks) => ({ type: 'list', ordered: true, items: [{ blocks }] })),
    ),
  };
});

/** Whole books; ids are given in order, so that they are unique. */
export const books: fc.Arbitrary<Book> = fc
  .array(fc.tuple(sentences, fc.array(block, { maxLength: 4 }), fc.boolean()), { maxLength: 4 })
  .map((parts) => {
    let count = 0;
    const name = (unnamed: Unnamed): Sentence[] => unnamed.map((one) => ({ id: `s-${++count}`, ...one }));
    const top: Section[] = [];
    parts.forEach(([heading, blocks, below], index) => {
      const section = {
        id: `sec-${index}`,
        heading: name(heading),
        blocks: blocks.map((one) => one(name)),
        sections: [],
      };
      const last = top.at(-1);
      if (below && last) top[top.length - 1] = { ...last, sections: [...last.sections, section] };
      else top.push(section);
    });
    return {
      version: BOOK_VERSION,
      id: 'book',
      metadata: { title: '題', language: 'ja', creators: [] },
      title: [],
      sections: top,
    };
  });
