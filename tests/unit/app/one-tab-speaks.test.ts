import { afterEach, beforeEach, expect, it } from 'vitest';
import { letOneTabSpeak, type PagesChannel } from '../../../src/app/one-tab-speaks.ts';
import { createStore } from '../../../src/book/store.ts';
import type { PlayerSnapshot } from '../../../src/narration/player.ts';

const still: PlayerSnapshot = { status: 'idle', sentence: 'a', index: 0, count: 1, error: null, rate: 1 };
let pages: Set<() => void>;
let ends: (() => void)[];
let told: number;

/** A page with a player; its channel reaches all other pages. */
function open(status: PlayerSnapshot['status'] = 'idle') {
  const store = createStore<PlayerSnapshot>({ ...still, status });
  const show = (next: PlayerSnapshot['status']): void => store.set({ ...still, status: next });
  let hear = (): void => {};
  const channel = {
    postMessage: () => {
      told++;
      for (const other of [...pages]) if (other !== hear) other();
    },
    addEventListener: (_type: string, listener: () => void) => {
      hear = listener;
      pages.add(listener);
    },
    close: () => pages.delete(hear),
  } as unknown as PagesChannel;
  const player = { ...store, stop: () => show('stopped') };
  ends.push(letOneTabSpeak(player, channel));
  return { show, status: () => store.getSnapshot().status };
}

beforeEach(() => {
  pages = new Set();
  ends = [];
  told = 0;
});
afterEach(() => {
  for (const end of ends) end();
});

it('stops what is read in one tab when another begins, and not the one that began', () => {
  const [one, other] = [open(), open()];
  one.show('starting');
  one.show('speaking');
  other.show('starting');
  expect([one.status(), other.status(), told]).toEqual(['stopped', 'starting', 2]);
});

it('leaves a page alone that is silent anyway', () => {
  const [one, other] = [open('finished'), open()];
  other.show('starting');
  expect(one.status()).toBe('finished');
});

it('tells of speech that had begun before', () => {
  const one = open('speaking');
  open('speaking');
  expect(one.status()).toBe('stopped');
});

it('is over with the page', () => {
  const [one, other] = [open('speaking'), open()];
  for (const end of ends) end();
  other.show('starting');
  expect([one.status(), pages.size]).toEqual(['speaking', 0]);
});
