import { describe, expect, it } from 'vitest';
import { defaultSettings, SETTINGS_KEY } from '../../../src/library/settings.ts';
import { createSettingsStore } from '../../../src/library/settings-store.ts';
import { createFakeStorage } from './fake-storage.ts';

function setUp(kept?: string) {
  const storage = createFakeStorage(kept === undefined ? {} : { [SETTINGS_KEY]: kept });
  const clock = { time: 0 };
  const store = createSettingsStore(storage, () => clock.time);
  const settings = () => store.getSnapshot().settings;
  return { storage, clock, store, settings };
}

describe('createSettingsStore', () => {
  it('starts with the defaults and no problem', () => {
    expect(setUp().store.getSnapshot()).toEqual({
      settings: defaultSettings,
      canUndo: false,
      problem: 'none',
    });
  });

  it.each([
    ['{"textSize": 40}', 40, 'none'],
    ['{"textSize": 40, "theme": 3}', 40, 'repaired'],
    ['{"textSize": 40', 24, 'repaired'],
  ])('starts from %j with size %i and problem %s', (kept, size, problem) => {
    const { store } = setUp(kept);
    expect(store.getSnapshot().settings.textSize).toBe(size);
    expect(store.getSnapshot().problem).toBe(problem);
  });

  it('keeps a change so that a later page has it, and tells its listeners', () => {
    const { storage, store } = setUp();
    let heard = 0;
    store.subscribe(() => heard++);
    store.change({ textSize: 40 });
    expect(heard).toBe(1);
    expect(createSettingsStore(storage).getSnapshot().settings.textSize).toBe(40);
  });

  it('brings a change into range', () => {
    const { store, settings } = setUp();
    store.change({ textSize: 1000 });
    expect(settings().textSize).toBe(96);
  });

  it('leaves the snapshot alone where nothing changes', () => {
    const { store } = setUp('{"voice": {"name": "a", "lang": "ja", "voiceURI": "b"}}');
    const before = store.getSnapshot();
    store.change({ textSize: 24, voice: { name: 'a', lang: 'ja', voiceURI: 'b' } });
    expect(store.getSnapshot()).toBe(before);
  });

  it.each(['refused', 'full'] as const)(
    'goes on in memory where the storage is %s, and says so',
    (answer) => {
      const { storage, store } = setUp();
      storage.answer = answer;
      store.change({ theme: 'black' });
      expect(store.getSnapshot()).toMatchObject({ settings: { theme: 'black' }, problem: 'not-kept' });
      storage.answer = 'kept';
      store.change({ theme: 'white' });
      expect(store.getSnapshot().problem).toBe('none');
    },
  );

  it('takes a notice away', () => {
    const { store } = setUp('damaged');
    store.dismissProblem();
    expect(store.getSnapshot().problem).toBe('none');
  });

  it('follows another tab without writing', () => {
    const { storage, store, settings } = setUp();
    storage.writeElsewhere(SETTINGS_KEY, '{"textSize": 60}');
    expect(settings().textSize).toBe(60);
    store.dispose();
    storage.writeElsewhere(SETTINGS_KEY, '{"textSize": 70}');
    expect(settings().textSize).toBe(60);
  });
});

describe('undo', () => {
  it('takes back the last change, then the one before', () => {
    const { store, settings } = setUp();
    store.change({ theme: 'black' });
    store.change({ typeface: 'mincho' });
    store.undo();
    expect(settings()).toMatchObject({ theme: 'black', typeface: 'gothic' });
    store.undo();
    expect(store.getSnapshot()).toEqual({ settings: defaultSettings, canUndo: false, problem: 'none' });
    store.undo();
    expect(settings()).toEqual(defaultSettings);
  });

  it('takes back a burst of the same slider as one', () => {
    const { clock, store, settings } = setUp();
    for (const textSize of [25, 30, 40]) {
      clock.time += 1000;
      store.change({ textSize });
    }
    clock.time += 1500;
    store.change({ textSize: 50 });
    store.undo();
    expect(settings().textSize).toBe(40);
    store.undo();
    expect(settings().textSize).toBe(24);
  });

  it('steps over a change that was taken back by hand', () => {
    const { store, settings } = setUp();
    store.change({ theme: 'black' });
    store.change({ textSize: 40 });
    store.change({ textSize: 24 });
    store.undo();
    expect(settings().theme).toBe('kinari');
  });

  it('keeps what another tab changed meanwhile', () => {
    const { storage, store, settings } = setUp();
    store.change({ theme: 'black' });
    storage.writeElsewhere(SETTINGS_KEY, '{"theme": "black", "rate": 2}');
    store.undo();
    expect(settings()).toMatchObject({ theme: 'kinari', rate: 2 });
  });

  it('never asks the first visit’s questions again', () => {
    const { store, settings } = setUp();
    store.change({ firstVisitDone: true });
    expect(store.getSnapshot().canUndo).toBe(false);
    store.change({ theme: 'black' });
    store.undo();
    expect(settings().firstVisitDone).toBe(true);
  });

  it('takes back a reset apart from the change just before it', () => {
    const { store, settings } = setUp();
    store.change({ rate: 3 });
    store.reset();
    store.undo();
    expect(settings().rate).toBe(3);
  });

  it('takes back a reset, which leaves the language and the answered questions', () => {
    const { store, settings } = setUp('{"locale": "en", "firstVisitDone": true, "textSize": 40, "rate": 2}');
    store.change({ rate: 3 });
    store.reset();
    expect(settings()).toEqual({ ...defaultSettings, locale: 'en', firstVisitDone: true });
    store.undo();
    expect(settings()).toMatchObject({ textSize: 40, rate: 3 });
  });
});
