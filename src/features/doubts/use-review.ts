/** Going through the doubtful readings of a document: which one is shown, what a decision does, and the keys. */
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Book } from '../../book/book.ts';
import type { TextKey, TextParameters } from '../../i18n/use-text.ts';
import { doubtKey, type SettledReading, type SettledStore } from '../../library/settled-readings.ts';
import { useStore } from '../../ui/use-store.ts';
import type { CardActions } from './doubt-card.tsx';
import { type DoubtItem, doubtItems } from './doubt-items.ts';

interface Said {
  readonly key: TextKey;
  readonly with?: TextParameters;
}

export interface Review {
  readonly items: readonly DoubtItem[];
  /** What is shown; `null` where the document has nothing to settle. */
  readonly item: DoubtItem | null;
  readonly decisions: ReadonlyMap<string, SettledReading>;
  readonly done: number;
  /** What has just been done. */
  readonly said: Said | null;
  readonly show: (id: string) => void;
  readonly step: (distance: 1 | -1) => void;
  readonly skip: () => void;
  readonly undo: () => void;
  readonly settle: (one: SettledReading) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Parts {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly actions: RefObject<CardActions | null>;
}

export function useReview(
  book: Book,
  together: boolean,
  store: SettledStore,
  parts: Parts,
  onListen: (item: DoubtItem) => void,
): Review {
  const { settled } = useStore(store);
  const items = useMemo(() => doubtItems(book, together), [book, together]);
  const decisions = useMemo(
    () => new Map(settled.map((one) => [doubtKey(one.base, one.was), one])),
    [settled],
  );
  const isOpen = (item: DoubtItem): boolean => !decisions.has(item.key);
  const [shown, setShown] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const item = items.find(({ id }) => id === shown) ?? items.find(isOpen) ?? items[0] ?? null;

  // What one goes on with is where the keyboard and a screen reader are; not when the page has only just come.
  const moved = useRef(false);
  const id = item?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new item is what the focus follows.
  useEffect(() => {
    if (moved.current) parts.heading.current?.focus();
    moved.current = false;
  }, [id, settled, parts.heading]);

  const show = (next: string | undefined): void => {
    if (next === undefined) return;
    moved.current = true;
    if (next === item?.id) parts.heading.current?.focus();
    setShown(next);
  };
  const step = (distance: 1 | -1): void => {
    const at = items.findIndex((one) => one.id === item?.id);
    show(items[at + distance]?.id);
  };
  /** The next that is open, from here on and then from the beginning; not one that `key` settles. */
  const nextOpen = (key: string | null): DoubtItem | undefined => {
    const at = items.findIndex((one) => one.id === item?.id);
    const order = [...items.slice(at + 1), ...items.slice(0, at)];
    return order.find((one) => isOpen(one) && one.key !== key);
  };
  const settle = (one: SettledReading): void => {
    const key = doubtKey(one.base, one.was);
    const { surface, reading, listed } = one;
    store.settle(one);
    setSaid({ key: listed ? 'check.settled' : 'check.settled-unlisted', with: { surface, reading } });
    show((nextOpen(key) ?? item)?.id);
  };
  const undo = (): void => {
    const back = store.undo();
    if (back === null) {
      setSaid({ key: 'check.nothing-to-undo' });
      return;
    }
    setSaid({ key: 'check.undone', with: { surface: back.surface } });
    show(items.find(({ key }) => key === doubtKey(back.base, back.was))?.id);
  };
  const skip = (): void => show(nextOpen(null)?.id);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type !== 'radio') {
      if (event.key === 'Escape') parts.heading.current?.focus();
      return;
    }
    // Where Enter and the arrows have a meaning of their own, they keep it.
    const own = target instanceof HTMLElement && target.closest('button, a, summary, input') !== null;
    const action = keyAction(event.key, own);
    if (action === null) return;
    event.preventDefault();
    action();
  };
  const keyAction = (key: string, own: boolean): (() => void) | null => {
    if (/^[1-9]$/u.test(key)) return () => parts.actions.current?.choose(Number(key));
    switch (key.toLowerCase()) {
      case 'arrowdown':
        return own ? null : () => step(1);
      case 'arrowup':
        return own ? null : () => step(-1);
      case 'enter':
        return own ? null : () => parts.actions.current?.accept();
      case 'j':
        return () => step(1);
      case 'k':
        return () => step(-1);
      case 'r':
        return () => {
          parts.field.current?.focus();
          parts.field.current?.select();
        };
      case 's':
        return skip;
      case 'z':
        return undo;
      case 'l':
        return () => item !== null && onListen(item);
      default:
        return null;
    }
  };

  return {
    items,
    item,
    decisions,
    done: items.filter((one) => !isOpen(one)).length,
    said,
    show,
    step,
    skip,
    undo,
    settle,
    onKeyDown,
  };
}
