import { describe, expect, it } from 'vitest';
import type { CorrectionDraft } from '../../../src/book/corrections.ts';
import {
  createCorrectionsStore,
  LONGEST_CORRECTION_NOTE,
  MOST_CORRECTIONS,
} from '../../../src/library/corrections.ts';
import { CORRECTIONS_KEY } from '../../../src/library/corrections-key.ts';
import { createFakeStorage } from './fake-storage.ts';

const at = { book: 'plan-5', sentence: 's1', offset: 3, quote: '市場に行く。' };
const everywhere = (surface: string, reading: string, note = ''): CorrectionDraft => ({
  surface,
  reading,
  note,
  scope: 'everywhere',
  at: null,
});
const here = (reading: string): CorrectionDraft => ({
  surface: '市場',
  reading,
  note: '',
  scope: 'place',
  at,
});

function setUp(text?: string) {
  const storage = createFakeStorage(text === undefined ? {} : { [CORRECTIONS_KEY]: text });
  const clock = { time: 0 };
  const store = createCorrectionsStore(storage, () => ++clock.time);
  const said = () => store.getSnapshot().corrections.map(({ surface, reading }) => `${surface} ${reading}`);
  return { storage, store, said };
}

/** The change of an answer that is known to be good. */
function changeOf(answer: ReturnType<ReturnType<typeof setUp>['store']['put']>) {
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.change;
}

describe('createCorrectionsStore', () => {
  it('keeps corrections with their scope, place and time', () => {
    const { storage, store } = setUp();
    store.put([here('いちば')]);
    store.put([{ ...here('しじょう'), scope: 'book' } as CorrectionDraft, everywhere('協働', 'きょうどう')]);
    expect(createCorrectionsStore(storage).getSnapshot()).toEqual({
      problem: 'none',
      corrections: [
        { ...here('いちば'), id: 'place:plan-5#s1.3:市場', created: 1 },
        { ...here('しじょう'), scope: 'book', id: 'book:plan-5:市場', created: 2 },
        { ...everywhere('協働', 'きょうどう'), id: 'everywhere:協働', created: 2 },
      ],
    });
  });

  it('has one correction for each surface and reach: the later one, which tells what gave way to it', () => {
    const { store, said } = setUp();
    store.put([everywhere('市場', 'いちば')]);
    const change = changeOf(store.put([everywhere('市場', 'まーけっと')]));
    expect(said()).toEqual(['市場 まーけっと']);
    expect(change.removed.map(({ reading }) => reading)).toEqual(['いちば']);
    store.undo(change);
    expect(said()).toEqual(['市場 いちば']);
  });

  it('does nothing where the same is said already', () => {
    const { store } = setUp();
    store.put([everywhere('市場', 'いちば')]);
    const before = store.getSnapshot();
    expect(changeOf(store.put([everywhere('市場', 'いちば')]))).toEqual({ added: [], removed: [] });
    expect(store.getSnapshot()).toBe(before);
  });

  it('lets narrower ones give way together, and brings all back in their order', () => {
    const { store, said } = setUp();
    store.put([here('いちば')]);
    store.put([everywhere('協働', 'きょうどう')]);
    const change = changeOf(store.put([everywhere('市場', 'しじょう')], ['place:plan-5#s1.3:市場']));
    expect(said()).toEqual(['協働 きょうどう', '市場 しじょう']);
    store.undo(change);
    expect(said()).toEqual(['市場 いちば', '協働 きょうどう']);
  });

  it('removes, and undoes it; what was said anew meanwhile stays', () => {
    const { storage, store, said } = setUp();
    store.put([everywhere('市場', 'いちば')]);
    const change = store.remove(['everywhere:市場', 'nobody']);
    expect(said()).toEqual([]);
    expect(storage.read(CORRECTIONS_KEY)).toBeNull();
    store.put([everywhere('市場', 'まーけっと')]);
    store.undo(change);
    expect(said()).toEqual(['市場 まーけっと']);
  });

  it('does not undo what has been changed again since', () => {
    const { store, said } = setUp();
    const change = changeOf(store.put([everywhere('市場', 'いちば')]));
    store.put([everywhere('市場', 'まーけっと')]);
    store.undo(change);
    expect(said()).toEqual(['市場 まーけっと']);
  });

  it('cuts a note that is too long', () => {
    const { store } = setUp();
    store.put([everywhere('市場', 'いちば', 'あ'.repeat(LONGEST_CORRECTION_NOTE + 1))]);
    expect(store.getSnapshot().corrections[0]?.note).toHaveLength(LONGEST_CORRECTION_NOTE);
  });

  it('says that it is full at the limit, and loses nothing; one may still be said otherwise', () => {
    const many = Array.from({ length: MOST_CORRECTIONS }, (_, index) => everywhere(`語${index}`, 'ご'));
    const { store } = setUp(JSON.stringify({ corrections: many }));
    expect(store.put([everywhere('市場', 'いちば')])).toEqual({ ok: false, error: { code: 'full' } });
    expect(store.getSnapshot().corrections).toHaveLength(MOST_CORRECTIONS);
    expect(store.put([everywhere('語7', 'かたり')]).ok).toBe(true);
  });

  it.each(['refused', 'full'] as const)('goes on in memory where the storage is %s', (answer) => {
    const { storage, store, said } = setUp();
    storage.answer = answer;
    expect(store.put([here('いちば')]).ok).toBe(true);
    expect(store.getSnapshot().problem).toBe(answer);
    expect(said()).toEqual(['市場 いちば']);
  });

  const good = JSON.stringify(everywhere('協働', 'きょうどう'));
  it.each([
    ['no JSON', '{"corrections": [', []],
    ['no list', '{"corrections": 3}', []],
    [
      'no surface',
      `{"corrections": [{"reading": "い", "scope": "everywhere"}, ${good}]}`,
      ['協働 きょうどう'],
    ],
    ['no kana', `{"corrections": [${good.replace('きょうどう', '<b>')}]}`, []],
    ['no such scope', `{"corrections": [${good.replace('everywhere', 'there')}]}`, []],
    [
      'a place without a place',
      `{"corrections": [${good.replace('everywhere', 'place')}, ${good}]}`,
      ['協働 きょうどう'],
    ],
  ])('leaves out what is damaged (%s) and sets the text aside', (_, text, expected) => {
    const { storage, store, said } = setUp(text);
    expect(said()).toEqual(expected);
    expect(store.getSnapshot().problem).toBe('repaired');
    store.put([everywhere('市場', 'いちば')]);
    expect(storage.read(`${CORRECTIONS_KEY}.damaged`)).toBe(text);
  });

  it('hears of what another tab keeps, and joins it with its own', () => {
    const { storage, store, said } = setUp();
    storage.writeElsewhere(CORRECTIONS_KEY, `{"corrections": [${good}]}`);
    expect(said()).toEqual(['協働 きょうどう']);
    store.put([here('いちば')]);
    expect(said()).toEqual(['協働 きょうどう', '市場 いちば']);
    store.dispose();
    storage.writeElsewhere(CORRECTIONS_KEY, '{"corrections": []}');
    expect(said()).toHaveLength(2);
  });
});
