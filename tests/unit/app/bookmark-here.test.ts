import { expect, it } from 'vitest';
import { bookmarkHere } from '../../../src/app/bookmark-here.ts';
import type { StatusMessage } from '../../../src/app/status-line.tsx';
import { BOOK_VERSION, type Book, type Sentence } from '../../../src/book/book.ts';
import { createStore } from '../../../src/book/store.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { createBookmarksStore, MOST_BOOKMARKS } from '../../../src/library/bookmarks.ts';
import { createFakeStorage } from '../library/fake-storage.ts';

function sentence(id: string, text: string, ruby: readonly [number, number, string][] = []): Sentence {
  return {
    id,
    text,
    ruby: ruby.map(([start, end, reading]) => ({ start, end, reading, origin: 'author', confidence: 1 })),
    marks: [],
    words: [],
  };
}

const LONG = '地域のみなさんがあつまってはなしあう場をこれからつくっていきます。';
const BOOK: Book = {
  version: BOOK_VERSION,
  id: 'plan',
  metadata: { title: '計画', language: 'ja', creators: [] },
  title: [sentence('t', '題')],
  sections: [
    {
      id: 'a',
      heading: [sentence('h', '協働とは', [[0, 2, 'きょうどう']])],
      blocks: [
        {
          type: 'paragraph',
          sentences: [
            sentence('s', LONG, [
              [0, 2, 'ちいき'],
              [18, 19, 'ば'],
            ]),
          ],
        },
      ],
      sections: [],
    },
  ],
};

function setUp(kept: readonly unknown[] = []) {
  const storage = createFakeStorage({ 'tomoyomi.bookmarks': JSON.stringify({ bookmarks: kept }) });
  const bookmarks = createBookmarksStore(storage, () => 1);
  const notices = createStore<StatusMessage | null>(null);
  const i18n = createI18n();
  const press = (id: string, seconds: number | null = 2.5) =>
    bookmarkHere({ bookmarks, notices, i18n }, BOOK, { sentence: id, offset: 3, seconds });
  return { bookmarks, notices, i18n, press };
}

it('puts a bookmark in at the second, called by its chapter', async () => {
  const { bookmarks, press } = setUp();
  await press('s');
  expect(bookmarks.of('plan')).toMatchObject([
    {
      locator: { sentence: 's', offset: 0 },
      quote: LONG,
      note: '',
      listened: { seconds: 2.5, chapter: '{協働|きょうどう}とは' },
    },
  ]);
});

it('says so with the chapter and the sentence’s first words, readings and all', async () => {
  const { notices, i18n, press } = setUp();
  const message = await press('s');
  expect(message?.parameters).toEqual({
    place: '「{協働|きょうどう}とは」「{地域|ちいき}のみなさんがあつまってはなしあう{場|ば}をこれから…」',
  });
  expect(notices.getSnapshot()).toBe(message);
  expect(i18n.t('bookmarks.listened-added', { place: '「題」' })).toContain('「題」');
});

it('is one bookmark for one sentence, with the newer second', async () => {
  const { bookmarks, press } = setUp();
  await press('t', null);
  await press('t', 4);
  expect(bookmarks.of('plan').map(({ listened }) => listened)).toEqual([{ seconds: 4, chapter: null }]);
});

it('says when there is no room, and nothing for a sentence that isn’t there', async () => {
  const locator = { book: 'other', offset: 0, quote: '' };
  const { notices, press } = setUp(
    Array.from({ length: MOST_BOOKMARKS }, (_, index) => ({
      locator: { ...locator, sentence: `s${index}` },
    })),
  );
  expect(await press('nobody')).toBeNull();
  expect(notices.getSnapshot()).toBeNull();
  expect(await press('s')).toEqual({ key: 'bookmarks.full' });
});
