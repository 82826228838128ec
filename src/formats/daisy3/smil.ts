/** The moments of a chapter as the DAISY 3 profile of SMIL (Z39.86-2005 §7). */
import type { Seconds } from '../../book/book.ts';
import type { Clip } from '../../book/media-overlay.ts';
import type { Moment } from '../chapters.ts';
import { element, type Xml, xmlDocument } from '../xml/xml.ts';
import { PAGE_TEST, parId, TEXT_NAME } from './names.ts';

const DOCTYPE =
  '<!DOCTYPE smil PUBLIC "-//NISO//DTD dtbsmil 2005-2//EN" "http://www.daisy.org/z3986/2005/dtbsmil-2005-2.dtd">';

export interface SmilOptions {
  readonly identifier: string;
  readonly generator: string;
  /** Of the chapters before. */
  readonly elapsed: Seconds;
  readonly duration: Seconds;
}

export function writeSmil(
  moments: readonly Moment[],
  clips: ReadonlyMap<string, Clip>,
  { identifier, generator, elapsed, duration }: SmilOptions,
): string {
  const hasPages = moments.some((moment) => moment.type === 'page');
  const head = element(
    'head',
    {},
    element('meta', { name: 'dtb:uid', content: identifier }),
    element('meta', { name: 'dtb:generator', content: generator }),
    element('meta', { name: 'dtb:totalElapsedTime', content: clockValue(elapsed) }),
    hasPages
      ? element(
          'customAttributes',
          {},
          element('customTest', { id: PAGE_TEST, defaultState: 'false', override: 'visible' }),
        )
      : null,
  );
  const seq = element(
    'seq',
    { id: 'main', dur: `${duration.toFixed(3)}s`, fill: 'remove' },
    moments.map((moment) => parOf(moment, clips)),
  );
  const root = element('smil', { xmlns: 'http://www.w3.org/2001/SMIL20/' }, head, element('body', {}, seq));
  return xmlDocument(root, { doctype: DOCTYPE });
}

function parOf(moment: Moment, clips: ReadonlyMap<string, Clip>): Xml {
  const id = moment.type === 'page' ? moment.id : moment.sentence.id;
  const clip = clips.get(id);
  return element(
    'par',
    { id: parId(id), customTest: moment.type === 'page' ? PAGE_TEST : null },
    element('text', { src: `${TEXT_NAME}#${id}` }),
    clip === undefined ? null : audioOf(clip),
  );
}

/** A stretch of a recording, as SMIL and the NCX write it. */
export function audioOf(clip: Omit<Clip, 'sentence'>): Xml {
  return element('audio', {
    src: clip.audio,
    clipBegin: clockValue(clip.begin),
    clipEnd: clockValue(clip.end),
  });
}

/** `h:mm:ss.mmm`. */
export function clockValue(seconds: Seconds): string {
  const milliseconds = Math.round(seconds * 1000);
  const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
  const whole = Math.floor(milliseconds / 1000);
  const clock = `${Math.floor(whole / 3600)}:${pad(Math.floor(whole / 60) % 60, 2)}:${pad(whole % 60, 2)}`;
  return `${clock}.${pad(milliseconds % 1000, 3)}`;
}
