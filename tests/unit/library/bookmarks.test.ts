import { describe, expect, it } from 'vitest';
import {
  BOOKMARKS_KEY,
  createBookmarksStore,
  LONGEST_NOTE,
  MOST_BOOKMARKS,
} from '../../../src/library/bookmarks.ts';
import { createFakeStorage } from './fake-storage.ts';

const locator = (sentence: string, book = 'plan-5') => ({
  book,
  sentence,
  offset: 0,
  quote: `文 ${sentence}`,
});

function setUp(text?: string) {
  const storage = createFakeStorage(text === undefined ? {} : { [BOOKMARKS_KEY]: text });
  const clock = { time: 0 };
  const store = createBookmarksStore(storage, () => ++clock.time);
  const sentences = () => store.getSnapshot().bookmarks.map((bookmark) => bookmark.locator.sentence);
  return { storage, store, sentences };
}

describe('createBookmarksStore', () => {
  it('keeps bookmarks in the order in which they were made, each of its book', () => {
    const { storage, store } = setUp();
    store.add(locator('a'));
    store.add(locator('b', 'plan-1'), 'あとで');
    const later = createBookmarksStore(storage);
    expect(later.getSnapshot().bookmarks).toEqual([
      { id: 'plan-5#a.0', locator: locator('a'), note: '', quote: '文 a', created: 1 },
      { id: 'plan-1#b.0', locator: locator('b', 'plan-1'), note: 'あとで', quote: '文 b', created: 2 },
    ]);
    expect(later.of('plan-1').map(({ note }) => note)).toEqual(['あとで']);
  });

  it('has one bookmark at a place, with the newer note', () => {
    const { store } = setUp();
    store.add(locator('a'), 'old');
    store.add(locator('a'));
    expect(store.getSnapshot().bookmarks.map(({ note }) => note)).toEqual(['old']);
    expect(store.add(locator('a'), 'new')).toMatchObject({ ok: true, bookmark: { note: 'new', created: 1 } });
    expect(store.getSnapshot().bookmarks).toHaveLength(1);
  });

  it('knows where one listened, and goes with the newer second at the same place', () => {
    const { storage, store } = setUp();
    store.add(locator('a'), 'メモ');
    store.add(locator('a'), undefined, { seconds: 2.5, chapter: '{章|しょう}' });
    store.add(locator('b'), undefined, { seconds: null, chapter: null });
    expect(store.add(locator('a'), undefined, { seconds: 4, chapter: '{章|しょう}' })).toMatchObject({
      ok: true,
      bookmark: { note: 'メモ', listened: { seconds: 4 } },
    });
    store.add(locator('a'));
    expect(createBookmarksStore(storage).getSnapshot().bookmarks).toMatchObject([
      { note: 'メモ', listened: { seconds: 4, chapter: '{章|しょう}' } },
      { listened: { seconds: null, chapter: null } },
    ]);
  });

  it.each([
    [
      { seconds: 'x', chapter: 3 },
      { seconds: null, chapter: null },
    ],
    [{ seconds: -1 }, { seconds: 0, chapter: null }],
    ['yes', undefined],
    [null, undefined],
  ])('makes of %j, where one listened, what can be made of it', (listened, expected) => {
    const { store } = setUp(JSON.stringify({ bookmarks: [{ locator: locator('a'), listened }] }));
    expect(store.getSnapshot().bookmarks[0]?.listened).toEqual(expected);
    expect(store.getSnapshot().problem).toBe('none');
  });

  it('removes a bookmark, and brings it back to its place and with its note', () => {
    const { store, sentences } = setUp();
    for (const sentence of ['a', 'b', 'c']) store.add(locator(sentence), sentence);
    store.remove('plan-5#b.0');
    expect(sentences()).toEqual(['a', 'c']);
    expect(store.getSnapshot().canUndoRemove).toBe(true);
    store.undoRemove();
    expect(sentences()).toEqual(['a', 'b', 'c']);
    expect(store.getSnapshot().bookmarks[1]?.note).toBe('b');
    expect(store.getSnapshot().canUndoRemove).toBe(false);
    store.undoRemove();
    expect(sentences()).toEqual(['a', 'b', 'c']);
  });

  it('changes a note and cuts one that is too long', () => {
    const { store } = setUp();
    store.add(locator('a'));
    store.setNote('plan-5#a.0', 'あ'.repeat(LONGEST_NOTE + 1));
    expect(store.getSnapshot().bookmarks[0]?.note).toHaveLength(LONGEST_NOTE);
  });

  it.each(['remove', 'setNote'] as const)('ignores an unknown id in %s', (name) => {
    const { store } = setUp();
    store.add(locator('a'));
    const before = store.getSnapshot();
    store[name]('nobody', 'note');
    expect(store.getSnapshot()).toBe(before);
  });

  it('says that it is full at the limit, and loses nothing', () => {
    const many = Array.from({ length: MOST_BOOKMARKS }, (_, index) => ({ locator: locator(`s${index}`) }));
    const { store } = setUp(JSON.stringify({ bookmarks: many }));
    expect(store.add(locator('one-more'))).toEqual({ ok: false, error: { code: 'full' } });
    expect(store.add(locator('s5'), 'note')).toMatchObject({ ok: true });
    expect(store.getSnapshot().bookmarks).toHaveLength(MOST_BOOKMARKS);
  });

  it.each(['refused', 'full'] as const)('goes on in memory where the storage is %s', (answer) => {
    const { storage, store, sentences } = setUp();
    storage.answer = answer;
    expect(store.add(locator('a')).ok).toBe(true);
    expect(store.getSnapshot().problem).toBe(answer);
    expect(sentences()).toEqual(['a']);
  });

  it.each([
    ['no JSON', '{"bookmarks": [', []],
    ['no list', '{"bookmarks": 3}', []],
    [
      'one without a place',
      `{"bookmarks": [{"note": "x"}, {"locator": ${JSON.stringify(locator('a'))}}]}`,
      ['a'],
    ],
  ])('leaves out what is damaged (%s) and sets the text aside', (_, text, expected) => {
    const { storage, store, sentences } = setUp(text);
    expect(sentences()).toEqual(expected);
    expect(store.getSnapshot().problem).toBe('repaired');
    store.add(locator('new'));
    expect(storage.read(`${BOOKMARKS_KEY}.damaged`)).toBe(text);
  });

  it('joins what two tabs add', () => {
    const storage = createFakeStorage();
    const one = createBookmarksStore(storage, () => 1);
    const other = createBookmarksStore(storage, () => 2);
    one.add(locator('a'));
    other.add(locator('b'));
    one.add(locator('c'));
    expect(one.getSnapshot().bookmarks).toHaveLength(3);
  });
});
