/**
 * A narrated book as sound alone: numbered MP3 chapters with tags, a playlist, a page of contents, and a manifest beside
 * them (W3C Audiobooks, https://www.w3.org/TR/audiobooks/).
 */
import { ID3Writer } from 'browser-id3-writer';
import type { Seconds } from '../../book/book.ts';
import { identifierOf } from '../identifier.ts';
import { joinFrames } from '../mp3/frames.ts';
import {
  type BookFile,
  bookFile,
  type Narration,
  type TalkingBook,
  type WrittenBook,
} from '../talking-book.ts';
import { element, xmlDocument } from '../xml/xml.ts';

interface Track {
  readonly path: string;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly duration: Seconds;
  readonly load: () => Promise<Uint8Array>;
}

/** Without a narration there is no sound: the book has no files, and a problem says why. */
export function writeAudio(talking: TalkingBook): WrittenBook {
  const { narration } = talking;
  if (narration === null) return { files: [], problems: [{ code: 'not-narrated', detail: talking.book.id }] };
  const tracks = tracksOf(narration);
  const files: BookFile[] = tracks.map((track) => ({
    path: track.path,
    load: async () => joinFrames([tagOf(track, tracks.length, talking, narration), await track.load()]),
  }));
  return {
    files: [
      ...files,
      bookFile('playlist.m3u8', playlist(tracks)),
      bookFile('index.html', contents(tracks, talking, narration)),
      bookFile('publication.json', `${JSON.stringify(manifest(tracks, talking, narration), null, 2)}\n`),
    ],
    problems: [],
  };
}

/** A chapter that goes on in another recording says which part it is. */
function tracksOf({ recordings }: Narration): readonly Track[] {
  return recordings.map((recording, index) => {
    const same = recordings.filter((other) => other.section === recording.section);
    const part = same.length > 1 ? `（${same.indexOf(recording) + 1}）` : '';
    const number = index + 1;
    return {
      path: `${String(number).padStart(3, '0')}.mp3`,
      number,
      title: recording.title + part,
      duration: recording.duration,
      load: recording.load,
    };
  });
}

/** ID3v2.3. The recordings themselves have no tags: players of DAISY books would take them for sound. */
function tagOf(
  track: Track,
  tracks: number,
  { book, making }: TalkingBook,
  narration: Narration,
): Uint8Array {
  const writer = new ID3Writer(new ArrayBuffer(0));
  writer.setFrame('TIT2', track.title);
  writer.setFrame('TALB', book.metadata.title);
  writer.setFrame('TPE1', [narration.narrator]);
  writer.setFrame('TPE2', book.metadata.publisher ?? book.metadata.creators[0] ?? making.generator);
  writer.setFrame('TRCK', `${track.number}/${tracks}`);
  writer.setFrame('TCON', ['Audiobook']);
  writer.setFrame('TYER', Number(making.date.slice(0, 4)));
  writer.setFrame('TLAN', 'jpn');
  writer.setFrame('COMM', { description: '', text: narration.credits.join('\n'), language: 'jpn' });
  return new Uint8Array(writer.addTag());
}

/** Extended M3U in UTF-8. */
function playlist(tracks: readonly Track[]): string {
  const lines = tracks.map(
    ({ path, title, duration }) => `#EXTINF:${Math.round(duration)},${title.replace(/\s+/gu, ' ')}\n${path}`,
  );
  return `#EXTM3U\n${lines.join('\n')}\n`;
}

/** The page that a listener opens without a player of audio books. */
function contents(tracks: readonly Track[], { book, making }: TalkingBook, narration: Narration): string {
  const { metadata } = book;
  const list = element(
    'ol',
    {},
    tracks.map(({ path, title, duration }) =>
      element('li', {}, element('a', { href: path }, title), `（${minutes(duration)}）`),
    ),
  );
  const notes = [
    ...(metadata.statement === undefined ? [] : [metadata.statement]),
    ...(metadata.source === undefined ? [] : [`もとになった資料：${metadata.source}`]),
    `朗読：${narration.narrator}`,
    ...narration.credits,
    `作成：${making.date}（${making.generator}）`,
  ];
  const body = element(
    'body',
    {},
    element('main', {}, element('h1', {}, metadata.title), element('nav', { role: 'doc-toc' }, list)),
    element(
      'footer',
      {},
      notes.map((note) => element('p', {}, note)),
    ),
  );
  const head = element(
    'head',
    {},
    element('meta', { charset: 'UTF-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, metadata.title),
    element(
      'style',
      {},
      'body{font-size:1.25rem;line-height:1.9;max-width:40em;margin:2rem auto;padding:0 1rem}',
    ),
    element('link', { rel: 'publication', href: 'publication.json' }),
  );
  const root = element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', lang: metadata.language, 'xml:lang': metadata.language },
    head,
    body,
  );
  return xmlDocument(root, { doctype: '<!DOCTYPE html>' });
}

function manifest(tracks: readonly Track[], talking: TalkingBook, narration: Narration): unknown {
  const { book, making } = talking;
  const { metadata } = book;
  const total = tracks.reduce((sum, track) => sum + track.duration, 0);
  return {
    '@context': ['https://schema.org', 'https://www.w3.org/ns/pub-context', { language: metadata.language }],
    conformsTo: 'https://www.w3.org/TR/audiobooks/',
    type: 'Audiobook',
    id: identifierOf(talking),
    name: metadata.title,
    ...(metadata.statement !== undefined && { description: metadata.statement }),
    ...(metadata.creators.length > 0 && { author: metadata.creators }),
    readBy: narration.narrator,
    publisher: metadata.publisher ?? metadata.creators[0] ?? making.generator,
    inLanguage: metadata.language,
    datePublished: making.date,
    dateModified: making.date,
    abridged: false,
    duration: isoDuration(total),
    readingProgression: 'ltr',
    accessMode: ['auditory'],
    accessModeSufficient: ['auditory'],
    accessibilityFeature: ['tableOfContents', 'readingOrder'],
    accessibilityHazard: ['none'],
    accessibilitySummary: '章ごとに分かれた合成音声の朗読です。',
    readingOrder: tracks.map(({ path, title, duration }) => ({
      type: 'LinkedResource',
      url: path,
      encodingFormat: 'audio/mpeg',
      name: title,
      duration: isoDuration(duration),
    })),
    resources: [
      { type: 'LinkedResource', url: 'index.html', encodingFormat: 'text/html', rel: 'contents' },
      { type: 'LinkedResource', url: 'playlist.m3u8', encodingFormat: 'application/vnd.apple.mpegurl' },
    ],
  };
}

/** ISO 8601: `PT12.345S`. */
function isoDuration(seconds: Seconds): string {
  return `PT${seconds.toFixed(3)}S`;
}

function minutes(seconds: Seconds): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}分${String(whole % 60).padStart(2, '0')}秒`;
}
