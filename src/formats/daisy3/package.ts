/** The package file (OEB Package 1.2, as Z39.86-2005 §3 uses it) and the resource file (§10). */
import type { Seconds } from '../../book/book.ts';
import type { Recording, TalkingBook } from '../talking-book.ts';
import { element, xmlDocument } from '../xml/xml.ts';
import { PACKAGE_NAME } from './names.ts';
import { audioOf, clockValue } from './smil.ts';

const PACKAGE_DOCTYPE =
  '<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" "http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd">';
const RESOURCE_DOCTYPE =
  '<!DOCTYPE resources PUBLIC "-//NISO//DTD resource 2005-1//EN" "http://www.daisy.org/z3986/2005/resource-2005-1.dtd">';

export interface PackageItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  /** Whether it stands in the reading order. */
  readonly spine?: boolean;
}

export function writePackage(
  { book, narration, making }: TalkingBook,
  items: readonly PackageItem[],
  { identifier, total }: { readonly identifier: string; readonly total: Seconds },
): string {
  const { metadata } = book;
  const { publisher = metadata.creators[0] ?? making.generator } = metadata;
  const dc = element(
    'dc-metadata',
    {
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:oebpackage': 'http://openebook.org/namespaces/oeb-package/1.0/',
    },
    element('dc:Title', {}, metadata.title),
    metadata.creators.map((creator) => element('dc:Creator', {}, creator)),
    element('dc:Publisher', {}, publisher),
    element('dc:Date', {}, making.date),
    element('dc:Format', {}, 'ANSI/NISO Z39.86-2005'),
    element('dc:Identifier', { id: 'uid' }, identifier),
    element('dc:Language', {}, metadata.language),
    metadata.source === undefined ? null : element('dc:Source', {}, metadata.source),
    metadata.statement === undefined ? null : element('dc:Description', {}, metadata.statement),
    narration === null ? null : element('dc:Rights', {}, narration.credits.join(' ／ ')),
  );
  const meta = (name: string, content: string) => element('meta', { name, content });
  const extra = element(
    'x-metadata',
    {},
    meta('dtb:multimediaType', narration === null ? 'textNCX' : 'audioFullText'),
    meta('dtb:multimediaContent', narration === null ? 'text' : 'audio,text'),
    meta('dtb:totalTime', clockValue(total)),
    narration === null ? null : meta('dtb:narrator', narration.narrator),
    narration === null ? null : meta('dtb:audioFormat', 'MP3'),
    meta('dtb:producer', making.generator),
    meta('dtb:producedDate', making.date),
  );
  const manifest = element(
    'manifest',
    {},
    element('item', { id: 'package', href: PACKAGE_NAME, 'media-type': 'text/xml' }),
    items.map(({ id, href, mediaType }) => element('item', { id, href, 'media-type': mediaType })),
  );
  const spine = element(
    'spine',
    {},
    items.filter((item) => item.spine === true).map(({ id }) => element('itemref', { idref: id })),
  );
  const root = element(
    'package',
    { xmlns: 'http://openebook.org/namespaces/oeb-package/1.0/', 'unique-identifier': 'uid' },
    element('metadata', {}, dc, extra),
    manifest,
    spine,
  );
  return xmlDocument(root, { doctype: PACKAGE_DOCTYPE });
}

/** What a player calls the things that can be left out: shown, and said where there is a recording of it. */
export function writeResources(language: string, word: Recording | null): string {
  const root = element(
    'resources',
    { xmlns: 'http://www.daisy.org/z3986/2005/resource/', version: '2005-1' },
    element(
      'scope',
      { nsuri: 'http://www.daisy.org/z3986/2005/ncx/' },
      element(
        'nodeSet',
        { id: 'pages', select: "//smilCustomTest[@bookStruct='PAGE_NUMBER']" },
        element(
          'resource',
          { 'xml:lang': language },
          element('text', {}, 'ページ'),
          word === null ? null : audioOf({ audio: word.path, begin: 0, end: word.duration }),
        ),
      ),
    ),
  );
  return xmlDocument(root, { doctype: RESOURCE_DOCTYPE });
}
