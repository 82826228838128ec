/**
 * A Book as DAISY 3 (ANSI/NISO Z39.86-2005): text and sound where it is narrated, else text alone.
 */
import type { Sentence } from '../../book/book.ts';
import { sectionsOf } from '../../book/walk.ts';
import { chaptersOf, clipsOf, isHeld, lengthOfMoments, momentId, momentsOf } from '../chapters.ts';
import { describeImages } from '../describe-images.ts';
import { identifierOf } from '../identifier.ts';
import { withNumberedPages } from '../numbered-pages.ts';
import { withOwnTitle } from '../own-title.ts';
import type { PlainReadings } from '../plain-readings.ts';
import { type BookFile, bookFile, type TalkingBook, type WrittenBook } from '../talking-book.ts';
import { writeDtbook } from './dtbook.ts';
import { momentAddress, NCX_NAME, PACKAGE_NAME, RESOURCE_NAME, smilName, TEXT_NAME } from './names.ts';
import { type NavTarget, writeNcx } from './ncx.ts';
import { type PackageItem, writePackage, writeResources } from './package.ts';
import { writeSmil } from './smil.ts';

export interface Daisy3Options {
  /** `none` unless told. */
  readonly readings?: PlainReadings;
}

export function writeDaisy3(given: TalkingBook, { readings = 'none' }: Daisy3Options = {}): WrittenBook {
  const talking: TalkingBook = {
    ...given,
    book: withNumberedPages(describeImages(withOwnTitle(given.book))),
  };
  const { book, narration, making } = talking;
  const identifier = identifierOf(talking);
  const clips = clipsOf(narration);
  const headings = new Map(sectionsOf(book).map(({ section }) => [section.heading[0]?.id, section.heading]));
  const moments = new Map<string, string>();
  const targets: NavTarget[] = [];
  const items: PackageItem[] = [];
  const files: BookFile[] = [];
  const add = (item: PackageItem, file: string | BookFile['load']): void => {
    items.push(item);
    files.push(typeof file === 'string' ? bookFile(item.href, file) : { path: item.href, load: file });
  };

  let elapsed = 0;
  for (const chapter of chaptersOf(book)) {
    const held = momentsOf(chapter).filter((moment) => isHeld(moment, clips));
    if (held.length === 0) continue;
    const duration = lengthOfMoments(held, clips);
    const options = { identifier, generator: making.generator, elapsed, duration };
    const name = smilName(chapter);
    add(
      { id: name.replace('.', '-'), href: name, mediaType: 'application/smil', spine: true },
      writeSmil(held, clips, options),
    );
    for (const moment of held) {
      const id = momentId(moment);
      const address = momentAddress(chapter, id);
      moments.set(id, address);
      if (moment.type === 'page') targets.push({ type: 'page', id, address, label: moment.label });
      else if (moment.depth !== null) {
        const isTitle = chapter.title[0] === moment.sentence;
        const heading: readonly Sentence[] = (isTitle ? undefined : headings.get(id)) ?? [moment.sentence];
        targets.push({ type: 'heading', id, address, depth: moment.depth, heading });
      }
    }
    elapsed += duration;
  }
  add(
    { id: 'text', href: TEXT_NAME, mediaType: 'application/x-dtbook+xml' },
    writeDtbook(book, { identifier, readings, moments }),
  );
  add(
    { id: 'ncx', href: NCX_NAME, mediaType: 'application/x-dtbncx+xml' },
    writeNcx(book, targets, { identifier, generator: making.generator, clips }),
  );
  const hasPages = targets.some((target) => target.type === 'page');
  const pageWord = hasPages ? (narration?.pageWord ?? null) : null;
  if (hasPages) {
    const resources = { id: 'resource', href: RESOURCE_NAME, mediaType: 'application/x-dtbresource+xml' };
    add(resources, writeResources(book.metadata.language, pageWord));
  }
  for (const recording of [...(narration?.recordings ?? []), ...(pageWord === null ? [] : [pageWord])]) {
    const id = recording.path.replace('.', '-');
    add({ id, href: recording.path, mediaType: 'audio/mpeg' }, recording.load);
  }
  const packageFile = writePackage(talking, items, { identifier, total: elapsed });
  return { files: [bookFile(PACKAGE_NAME, packageFile), ...files], problems: [] };
}
