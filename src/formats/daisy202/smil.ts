/** The moments of a chapter as SMIL 1.0 (DAISY 2.02 specification §2.3). */
import type { Seconds } from '../../book/book.ts';
import type { Clip } from '../../book/media-overlay.ts';
import { type Chapter, lengthOfMoments, type Moment, momentId } from '../chapters.ts';
import { element, raw, type Xml, xmlDocument } from '../xml/xml.ts';
import { parId, smilName, textId, textName } from './names.ts';
import { type Charset, metaNamed } from './page.ts';

const DOCTYPE =
  '<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">';

export interface SmilOptions {
  readonly identifier: string;
  readonly bookTitle: string;
  readonly title: string;
  readonly generator: string;
  readonly charset: Charset;
  /** Of the chapters before. */
  readonly elapsed: Seconds;
}

export function writeSmil(
  chapter: Chapter,
  moments: readonly Moment[],
  clips: ReadonlyMap<string, Clip>,
  options: SmilOptions,
): string {
  const duration = lengthOfMoments(moments, clips);
  const pars = moments.map((moment) => parOf(moment, chapter, clips));
  const head = smilHead(options, [
    metaNamed('ncc:totalElapsedTime', clockTime(options.elapsed)),
    metaNamed('ncc:timeInThisSmil', clockTime(duration)),
    metaNamed('title', options.title),
  ]);
  const body = element('body', {}, element('seq', { dur: `${duration.toFixed(3)}s` }, pars));
  return xmlDocument(element('smil', {}, head, body), { doctype: DOCTYPE, encoding: options.charset });
}

/** `master.smil`: every chapter's file in order, for players that ask for it. */
export function writeMaster(
  chapters: readonly { readonly chapter: Chapter; readonly title: string }[],
  total: Seconds,
  options: Omit<SmilOptions, 'title' | 'elapsed'>,
): string {
  const refs = chapters.map(({ chapter, title }) =>
    element('ref', { title, src: smilName(chapter), id: `ref-${chapter.number}` }),
  );
  const head = smilHead(options, [metaNamed('ncc:timeInThisSmil', clockTime(total))]);
  return xmlDocument(element('smil', {}, head, element('body', {}, refs)), {
    doctype: DOCTYPE,
    encoding: options.charset,
  });
}

function smilHead(options: Omit<SmilOptions, 'title' | 'elapsed'>, metas: readonly Xml[]): Xml {
  return element(
    'head',
    {},
    metaNamed('dc:format', 'Daisy 2.02'),
    metaNamed('dc:identifier', options.identifier),
    metaNamed('dc:title', options.bookTitle),
    metaNamed('ncc:generator', options.generator),
    metas,
    element('layout', {}, element('region', { id: 'txtView' })),
  );
}

function parOf(moment: Moment, chapter: Chapter, clips: ReadonlyMap<string, Clip>): Xml {
  const id = momentId(moment);
  const text = element('text', { src: `${textName(chapter)}#${id}`, id: textId(id) });
  const clip = clips.get(id);
  const audio =
    clip === undefined
      ? raw('')
      : element('audio', {
          src: clip.audio,
          'clip-begin': `npt=${clip.begin.toFixed(3)}s`,
          'clip-end': `npt=${clip.end.toFixed(3)}s`,
          id: `a-${id}`,
        });
  const skippable = moment.type === 'page' ? 'pagenumber-on' : null;
  return element('par', { endsync: 'last', id: parId(id), 'system-required': skippable }, text, audio);
}

/** `hh:mm:ss`, whole seconds. */
export function clockTime(seconds: Seconds): string {
  const whole = Math.round(seconds);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}
