import { useEffect, useState } from 'react';
import { baseOfNotation } from '../book/ruby-notation.ts';
import { AboutScreen } from '../features/about/about-screen.tsx';
import type { Licence } from '../features/about/licence-list.tsx';
import { addScreenTexts } from '../i18n/screen-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { catalogEntry } from '../library/catalog.ts';
import { link } from './link.ts';
import type { Services } from './services.ts';
import { useLooks } from './use-looks.ts';
import { usePageReady, usePageTitle } from './use-page.ts';

/** `/about`, with the list of licences fetched when the page is opened. */
export function AboutDoor({ services, live }: { readonly services: Services; readonly live: boolean }) {
  addScreenTexts(services.i18n);
  const { name } = useText();
  const [licences, setLicences] = useState<readonly Licence[] | null>(null);
  useLooks(services.settings, null);
  usePageTitle(baseOfNotation(name('about.title')));
  usePageReady(live);
  useEffect(() => {
    if (!live) return;
    let current = true;
    fetch('/licences.json')
      .then((response) => response.json() as Promise<readonly Licence[]>)
      .then((list) => current && setLicences(list))
      .catch(() => {
        // The list is in the precache; without it the page's own words still stand.
      });
    return () => {
      current = false;
    };
  }, [live]);
  const editions = catalogEntry(services.catalog, 'how-to-get');
  return (
    <AboutScreen
      version={__APP_VERSION__}
      licences={licences}
      editions={editions === null ? null : { address: `/read/${editions.id}`, title: editions.title }}
      link={link}
    />
  );
}
