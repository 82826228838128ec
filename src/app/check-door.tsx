import { useEffect, useMemo, useState } from 'react';
import type { Ruby, Sentence } from '../book/book.ts';
import { baseOfNotation } from '../book/ruby-notation.ts';
import type { DoubtItem } from '../features/doubts/doubt-items.ts';
import { DoubtsScreen } from '../features/doubts/doubts-screen.tsx';
import { LEXICON_FILE, lexiconFile } from '../features/doubts/lexicon-file.ts';
import { addCheckTexts, loadCheckTexts } from '../i18n/check-texts.ts';
import { addScreenTexts } from '../i18n/screen-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { speechText } from '../japanese/speech-text.ts';
import { createSettledStore, type SettledReading } from '../library/settled-readings.ts';
import { useStore } from '../ui/use-store.ts';
import { link } from './link.ts';
import { saveFile } from './save-file.ts';
import type { Services } from './services.ts';
import { useBook } from './use-book.ts';
import { useFontSlices } from './use-font-slices.ts';
import { useLooks } from './use-looks.ts';
import { usePageReady, usePageTitle } from './use-page.ts';

/** The note of new lines in the lexicon; the lexicon's notes are in Japanese, whoever settles. */
const NOTE = '読みの点検で決めた読み';

/** `/check`, bound to the books, the device's voice, and the lexicon, which is fetched for the file alone. */
export function CheckDoor({ services, live }: { readonly services: Services; readonly live: boolean }) {
  const { catalog, ownBooks, storage } = services;
  addScreenTexts(services.i18n);
  useTexts(services);
  const { name } = useText();
  const store = useMemo(() => createSettledStore(storage), [storage]);
  useEffect(() => () => store.dispose(), [store]);
  const { book: chosen } = useStore(store);
  const own = useStore(ownBooks);
  const { book, error } = useBook(services, chosen ?? '');
  useLooks(services.settings, null);
  useFontSlices(live);
  usePageTitle(baseOfNotation(name('check.title')));
  usePageReady(live);
  useEffect(() => {
    if (live) void ownBooks.load();
  }, [live, ownBooks]);
  const { voice } = services;
  useEffect(() => () => voice.stop(), [voice]);

  const save = async (settled: readonly SettledReading[]): Promise<boolean> => {
    try {
      const { default: csv } = await import('virtual:tomoyomi/lexicon');
      saveFile(LEXICON_FILE, lexiconFile(csv, settled, NOTE));
      return true;
    } catch {
      return false;
    }
  };
  return (
    <DoubtsScreen
      documents={[...catalog, ...own.books].map(({ id, title }) => ({ id, title }))}
      store={store}
      book={chosen === null ? null : book}
      failed={chosen !== null && error !== null}
      onListen={(item) => listen(services, item)}
      onSave={save}
      link={link}
    />
  );
}

/** This page's own texts: Japanese at once, another language as soon as it is there. */
function useTexts({ i18n, settings }: Services): void {
  addCheckTexts(i18n);
  const { locale } = useStore(settings).settings;
  const [, setLoaded] = useState('ja');
  useEffect(() => {
    let current = true;
    loadCheckTexts(i18n, locale).then(
      () => current && setLoaded(locale),
      // Without a network the words of this page stay Japanese.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [i18n, locale]);
}

/** Says the sentence with the doubtful place as it is read now, which a voice by itself might read otherwise. */
function listen({ voice, settings }: Services, { doubt, sentence }: DoubtItem): void {
  const { rate, voice: choice } = settings.getSnapshot().settings;
  const said: Sentence = {
    ...sentence,
    ruby: sentence.ruby.map(
      (ruby): Ruby => (ruby.start === doubt.start ? { ...ruby, origin: 'reader' } : ruby),
    ),
  };
  const nothing = (): void => {};
  voice.speak(
    { ...speechText(said), sentence: '', pauseAfter: 0, language: 'ja-JP' },
    { rate, voice: choice },
    { onStart: nothing, onBoundary: nothing, onWord: nothing, onEnd: nothing, onError: nothing },
  );
}
