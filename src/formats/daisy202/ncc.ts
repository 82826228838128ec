/** `ncc.html`, the navigation control center (DAISY 2.02 specification §2.1): headings and pages, and what the book is. */
import type { Seconds, Sentence } from '../../book/book.ts';
import { textOf } from '../../book/text.ts';
import type { Chapter, Moment } from '../chapters.ts';
import type { TalkingBook } from '../talking-book.ts';
import { element, type Xml } from '../xml/xml.ts';
import { smilName, textId } from './names.ts';
import { type Charset, metaNamed, writePage } from './page.ts';
import { clockTime } from './smil.ts';

export interface NccChapter {
  readonly chapter: Chapter;
  readonly moments: readonly Moment[];
}

export interface NccOptions {
  readonly identifier: string;
  readonly charset: Charset;
  readonly total: Seconds;
  /** How many files the book has, this one included. */
  readonly files: number;
  readonly kilobytes: number;
  /** The whole heading that a sentence begins. */
  readonly headingOf: (sentence: Sentence) => readonly Sentence[];
}

const DEEPEST_HEADING = 6;

export function writeNcc(talking: TalkingBook, chapters: readonly NccChapter[], options: NccOptions): string {
  const { book, narration, making } = talking;
  const { metadata } = book;
  const items = chapters.flatMap(({ chapter, moments }) =>
    moments.flatMap((moment) => itemOf(moment, chapter, options.headingOf)),
  );
  const pages = pageNumbers(chapters);
  const { publisher = metadata.creators[0] ?? making.generator } = metadata;
  const deepest = Math.max(1, ...chapters.flatMap(({ moments }) => moments.map(levelOf)));
  const metas: readonly (Xml | null)[] = [
    metaNamed('dc:title', metadata.title),
    metadata.creators.map((creator) => metaNamed('dc:creator', creator)),
    metadata.creators.length === 0 ? metaNamed('dc:creator', publisher) : null,
    metaNamed('dc:publisher', publisher),
    metaNamed('dc:date', making.date),
    metaNamed('dc:format', 'Daisy 2.02'),
    metaNamed('dc:identifier', options.identifier),
    metaNamed('dc:language', metadata.language),
    metadata.statement === undefined ? null : metaNamed('dc:description', metadata.statement),
    metadata.source === undefined ? null : metaNamed('dc:source', metadata.source),
    narration === null ? null : metaNamed('dc:rights', narration.credits.join(' ／ ')),
    metaNamed('ncc:charset', options.charset),
    metaNamed('ncc:generator', making.generator),
    metaNamed('ncc:narrator', narration?.narrator ?? 'なし'),
    metaNamed('ncc:producer', making.generator),
    metaNamed('ncc:producedDate', making.date),
    metaNamed('ncc:multimediaType', narration === null ? 'textNcc' : 'audioFullText'),
    metaNamed('ncc:depth', deepest),
    metaNamed('ncc:files', options.files),
    metaNamed('ncc:kByteSize', options.kilobytes),
    metaNamed('ncc:maxPageNormal', Math.max(0, ...pages)),
    metaNamed('ncc:pageFront', 0),
    metaNamed('ncc:pageNormal', pages.length),
    metaNamed('ncc:pageSpecial', 0),
    metaNamed('ncc:setInfo', '1 of 1'),
    metaNamed('ncc:tocItems', items.length),
    metaNamed('ncc:totalTime', clockTime(options.total)),
  ].flat();
  return writePage(
    {
      title: metadata.title,
      language: metadata.language,
      charset: options.charset,
      metas: metas.filter((meta) => meta !== null),
    },
    items,
  );
}

function levelOf(moment: Moment): number {
  return moment.type === 'sentence' ? Math.min(moment.depth ?? 1, DEEPEST_HEADING) : 1;
}

function itemOf(moment: Moment, chapter: Chapter, headingOf: NccOptions['headingOf']): readonly Xml[] {
  const link = (id: string, text: string): Xml =>
    element('a', { href: `${smilName(chapter)}#${textId(id)}` }, text);
  if (moment.type === 'page') {
    return [element('span', { class: 'page-normal', id: `n-${moment.id}` }, link(moment.id, moment.label))];
  }
  if (moment.depth === null) return [];
  const { sentence } = moment;
  const isTitle = chapter.title[0] === sentence;
  const text = isTitle ? sentence.text : textOf(headingOf(sentence));
  const name = `h${Math.min(moment.depth, DEEPEST_HEADING)}`;
  return [
    element(name, { class: isTitle ? 'title' : 'section', id: `n-${sentence.id}` }, link(sentence.id, text)),
  ];
}

/** Labels that are numbers; the others are no pages to DAISY. */
function pageNumbers(chapters: readonly NccChapter[]): readonly number[] {
  return chapters.flatMap(({ moments }) =>
    moments.flatMap((moment) => (moment.type === 'page' ? [Number(moment.label)] : [])),
  );
}
