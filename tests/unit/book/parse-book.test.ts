import { describe, expect, test } from 'vitest';
import { BOOK_VERSION, type Book, type Sentence } from '../../../src/book/book.ts';
import { parseBook } from '../../../src/book/parse-book.ts';

const plain = (id: string, text = id): Sentence => ({ id, text, ruby: [], marks: [], words: [] });

const rich: Sentence = {
  id: 's-rich',
  text: '協働で食べる。',
  ruby: [
    { start: 0, end: 2, reading: 'きょうどう', origin: 'author', confidence: 1 },
    { start: 3, end: 4, reading: 'た', origin: 'rule', confidence: 0.8, alternatives: ['く'] },
  ],
  marks: [
    { type: 'link', start: 0, end: 6, href: '/read/plan-5' },
    { type: 'strong', start: 0, end: 2 },
    { type: 'emphasis', start: 3, end: 6 },
  ],
  words: [
    { start: 0, end: 2, reading: 'きょうどう' },
    { start: 3, end: 6, reading: 'たべる' },
  ],
  phrases: [3],
};

const MINIMAL: Book = {
  version: BOOK_VERSION,
  id: 'plan-5',
  metadata: { title: '', language: 'ja', creators: [] },
  title: [],
  sections: [],
};

const FULL: Book = {
  version: BOOK_VERSION,
  id: 'plan-5.easy',
  metadata: {
    title: '計画',
    language: 'ja',
    statement: '計画そのものではありません。',
    creators: ['ともよみ'],
    publisher: 'ともよみ',
    source: 'ホームページ',
    writingMode: 'vertical',
  },
  title: [plain('s-title')],
  sections: [
    {
      id: 'goals',
      heading: [plain('s-heading')],
      blocks: [
        { type: 'paragraph', sentences: [rich] },
        {
          type: 'list',
          ordered: true,
          start: 3,
          items: [{ blocks: [{ type: 'list', ordered: false, items: [{ blocks: [] }] }] }],
        },
        {
          type: 'table',
          caption: [plain('s-caption')],
          rows: [[{ header: true, sentences: [plain('s-cell')] }]],
        },
        { type: 'figure', src: 'map.png', alternative: [plain('s-alt')], caption: [] },
        {
          type: 'diagram',
          caption: [],
          nodes: [{ label: [plain('s-box')], children: [{ label: [], children: [] }] }],
        },
        { type: 'quote', blocks: [{ type: 'thematic-break' }] },
        { type: 'page-break', id: 'page-12', label: '12' },
        { type: 'preformatted', sentences: [plain('s-pre', ' a\n')] },
      ],
      sections: [{ id: 'below', heading: [], blocks: [], sections: [] }],
    },
  ],
};

describe('a stored book', () => {
  test.each([
    ['minimal', MINIMAL],
    ['full', FULL],
  ])('comes back as it was: %s', (_name, book) => {
    expect(parseBook(JSON.parse(JSON.stringify(book)))).toEqual({ ok: true, book });
  });

  test('comes back without what isn’t the model’s', () => {
    const parsed = parseBook({ ...MINIMAL, extra: 1, metadata: { ...MINIMAL.metadata, onclick: 'x' } });
    expect(parsed).toEqual({ ok: true, book: MINIMAL });
  });
});

/** The full book with the value at `path` replaced; `undefined` takes it away. */
function withValue(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(FULL));
  const steps = path.match(/\w+/gu) ?? [];
  const last = steps.pop() ?? '';
  let place = copy;
  for (const step of steps) place = place[step];
  place[last] = value;
  return JSON.parse(JSON.stringify(copy));
}

const SENTENCE = 'sections[0].blocks[0].sentences[0]';

describe('a damaged book is refused, with the way to the damage', () => {
  test.each<[string, unknown, string, string]>([
    ['version', 2, 'wrong-version', 'version'],
    ['version', undefined, 'not-a-book', 'version'],
    ['id', '../x', 'bad-id', 'id'],
    ['id', 5, 'not-a-book', 'id'],
    ['metadata', null, 'not-a-book', 'metadata'],
    ['metadata.title', 1, 'not-a-book', 'metadata.title'],
    ['metadata.statement', 1, 'not-a-book', 'metadata.statement'],
    ['metadata.creators', ['a', 1], 'not-a-book', 'metadata.creators[1]'],
    ['metadata.writingMode', 'diagonal', 'not-a-book', 'metadata.writingMode'],
    ['title', {}, 'not-a-book', 'title'],
    ['sections', undefined, 'not-a-book', 'sections'],
    ['sections[0]', [], 'not-a-book', 'sections[0]'],
    ['sections[0].id', 'a b', 'bad-id', 'sections[0].id'],
    ['sections[0].id', 'goals.h', 'bad-id', 'sections[0].id'],
    ['sections[0].sections[0].id', 'goals', 'duplicate-id', 'sections[0].sections[0].id'],
    ['sections[0].blocks[6].id', 's-rich', 'duplicate-id', 'sections[0].blocks[6].id'],
    ['sections[0].heading[0].id', 's-title', 'duplicate-id', 'sections[0].heading[0].id'],
    ['sections[0].blocks[0].type', 'script', 'not-a-book', 'sections[0].blocks[0].type'],
    ['sections[0].blocks[1].ordered', 'yes', 'not-a-book', 'sections[0].blocks[1].ordered'],
    ['sections[0].blocks[1].start', 1.5, 'not-a-book', 'sections[0].blocks[1].start'],
    ['sections[0].blocks[2].rows[0]', 1, 'not-a-book', 'sections[0].blocks[2].rows[0]'],
    ['sections[0].blocks[2].rows[0][0].header', 1, 'not-a-book', 'sections[0].blocks[2].rows[0][0].header'],
    ['sections[0].blocks[3].src', 'https://example.jp/x.png', 'unsafe-address', 'sections[0].blocks[3].src'],
    ['sections[0].blocks[4].nodes[0].children', 1, 'not-a-book', 'sections[0].blocks[4].nodes[0].children'],
    [`${SENTENCE}.text`, '', 'not-a-book', `${SENTENCE}.text`],
    [`${SENTENCE}.ruby[0].start`, -1, 'bad-range', `${SENTENCE}.ruby[0]`],
    [`${SENTENCE}.ruby[0].end`, 0, 'bad-range', `${SENTENCE}.ruby[0]`],
    [`${SENTENCE}.ruby[0].end`, 1.5, 'bad-range', `${SENTENCE}.ruby[0]`],
    [`${SENTENCE}.text`, '協𠮷で食べる。', 'bad-range', `${SENTENCE}.ruby[0]`],
    [`${SENTENCE}.ruby[1].end`, 8, 'bad-range', `${SENTENCE}.ruby[1]`],
    [`${SENTENCE}.ruby[1].start`, 1, 'bad-range', `${SENTENCE}.ruby[1]`],
    [`${SENTENCE}.ruby[0].reading`, '協働', 'not-a-book', `${SENTENCE}.ruby[0].reading`],
    [`${SENTENCE}.ruby[0].reading`, '', 'not-a-book', `${SENTENCE}.ruby[0].reading`],
    [`${SENTENCE}.ruby[0].origin`, 'me', 'not-a-book', `${SENTENCE}.ruby[0].origin`],
    [`${SENTENCE}.ruby[0].confidence`, 2, 'not-a-book', `${SENTENCE}.ruby[0].confidence`],
    [`${SENTENCE}.ruby[1].alternatives[0]`, 1, 'not-a-book', `${SENTENCE}.ruby[1].alternatives[0]`],
    [`${SENTENCE}.words[0].end`, 1, 'bad-range', `${SENTENCE}.words[0]`],
    [`${SENTENCE}.words[1].start`, 1, 'bad-range', `${SENTENCE}.words[1]`],
    [`${SENTENCE}.marks[0].href`, 'javascript:alert(1)', 'unsafe-address', `${SENTENCE}.marks[0].href`],
    [`${SENTENCE}.marks[1].end`, 7, 'bad-range', `${SENTENCE}.marks[1]`],
    [`${SENTENCE}.marks[0].start`, 1, 'bad-range', `${SENTENCE}.marks[1]`],
    [`${SENTENCE}.phrases`, 3, 'not-a-book', `${SENTENCE}.phrases`],
    [`${SENTENCE}.phrases[0]`, '3', 'not-a-book', `${SENTENCE}.phrases[0]`],
    [`${SENTENCE}.phrases[0]`, 1.5, 'not-a-book', `${SENTENCE}.phrases[0]`],
    [`${SENTENCE}.phrases[0]`, 0, 'bad-range', `${SENTENCE}.phrases[0]`],
    [`${SENTENCE}.phrases[0]`, 7, 'bad-range', `${SENTENCE}.phrases[0]`],
    ['title[0]', { ...plain('s-title', '𠮷野'), phrases: [1] }, 'bad-range', 'title[0].phrases[0]'],
    [`${SENTENCE}.marks[1].type`, 'blink', 'not-a-book', `${SENTENCE}.marks[1].type`],
  ])('%s = %j: %s', (path, value, code, at) => {
    expect(parseBook(withValue(path, value))).toEqual({ ok: false, error: { code, path: at } });
  });

  test.each([[null], [undefined], [1], ['book'], [[]]])('%j', (value) => {
    expect(parseBook(value)).toEqual({ ok: false, error: { code: 'not-a-book', path: '' } });
  });

  test('nested without end', () => {
    let section: unknown = { id: 'x', heading: [], blocks: [], sections: [] };
    for (let depth = 0; depth < 5000; depth++) {
      section = { id: `x${depth}`, heading: [], blocks: [], sections: [section] };
    }
    expect(parseBook({ ...MINIMAL, sections: [section] })).toMatchObject({
      ok: false,
      error: { code: 'too-deep' },
    });
  });
});
