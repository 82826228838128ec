/** The media overlay of one document (EPUB 3.3 §9.2): which stretch of sound says which sentence. */
import type { Block, Seconds, Section, Sentence } from '../../book/book.ts';
import type { Clip } from '../../book/media-overlay.ts';
import type { Narration } from '../talking-book.ts';
import { element, type Xml, xmlDocument } from '../xml/xml.ts';
import { type EpubPart, escapableId, spokenSentences } from './parts.ts';

export interface WrittenOverlay {
  readonly smil: string;
  /** The sum of its clips. */
  readonly duration: Seconds;
}

/** `null` where nothing of the part is spoken. */
export function writeOverlay(part: EpubPart, narration: Narration): WrittenOverlay | null {
  const clips = new Map(narration.overlay.clips.map((clip) => [clip.sentence, clip]));
  const file = `${part.name}.xhtml`;
  const spoken: Clip[] = [];
  const pars = (sentences: readonly Sentence[]): readonly Xml[] =>
    sentences.flatMap((sentence) => {
      const clip = clips.get(sentence.id);
      if (clip === undefined) return [];
      spoken.push(clip);
      return [par(file, clip)];
    });
  const body =
    part.section === null
      ? pars(part.title)
      : [sectionSeq(part.section, file, pars)].filter((seq) => seq !== null);
  if (spoken.length === 0) return null;
  const root = element(
    'smil',
    {
      xmlns: 'http://www.w3.org/ns/SMIL',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      version: '3.0',
    },
    element('body', {}, body),
  );
  return { smil: xmlDocument(root), duration: spoken.reduce((sum, clip) => sum + clip.end - clip.begin, 0) };
}

type Pars = (sentences: readonly Sentence[]) => readonly Xml[];

function sectionSeq(section: Section, file: string, pars: Pars): Xml | null {
  const inside = [
    ...pars(section.heading),
    ...section.blocks.flatMap((block) => blockPars(block, file, pars)),
    ...section.sections.map((inner) => sectionSeq(inner, file, pars)).filter((seq) => seq !== null),
  ];
  if (inside.length === 0) return null;
  return element('seq', { 'epub:textref': `${file}#${section.id}`, 'epub:type': 'chapter' }, inside);
}

/** What can be left as a whole is a sequence of its own, of the kind that reading systems know. */
function blockPars(block: Block, file: string, pars: Pars): readonly Xml[] {
  const inside = pars(spokenSentences(block));
  const id = escapableId(block);
  if (id === null || inside.length === 0) return inside;
  const kind = { table: 'table', list: 'list', diagram: 'figure' }[
    block.type as 'table' | 'list' | 'diagram'
  ];
  return [element('seq', { 'epub:textref': `${file}#${id}`, 'epub:type': kind }, inside)];
}

function par(file: string, clip: Clip): Xml {
  return element(
    'par',
    { id: `p-${clip.sentence}` },
    element('text', { src: `${file}#${clip.sentence}` }),
    element('audio', { src: clip.audio, clipBegin: clock(clip.begin), clipEnd: clock(clip.end) }),
  );
}

/** A SMIL clock value: `12.345s`. */
export function clock(seconds: Seconds): string {
  return `${seconds.toFixed(3)}s`;
}
