/** A Book as a plain EPUB 3, for the peers: the same words with the same ruby, one document for each top section. */
import type { Book, Section, Sentence } from '../../src/book/book.ts';
import { textOf } from '../../src/book/text.ts';
import { sentencesOf } from '../../src/book/walk.ts';
import { writeZip, type ZipEntry } from './zip.ts';

/** The EPUB's bytes. Every sentence is a `<span>` with its own id, so that a reader's frame can be searched for it. */
export function writeBenchEpub(book: Book): Buffer {
  const documents = book.sections.map((section, index) => ({
    name: `section-${index + 1}.xhtml`,
    title: textOf(section.heading),
    body: (index === 0 ? `<h1>${writeRubies(book.title)}</h1>` : '') + writePlain(book, section),
  }));
  const items = documents.map(
    ({ name }, index) => `<item id="s${index}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const spine = documents.map((_, index) => `<itemref idref="s${index}"/>`).join('');
  const nav = documents
    .map(({ name, title }) => `<li><a href="${name}">${escapeXml(title)}</a></li>`)
    .join('');
  const entries: ZipEntry[] = [
    { name: 'mimetype', data: Buffer.from('application/epub+zip'), stored: true },
    text(
      'META-INF/container.xml',
      '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    text(
      'OEBPS/book.opf',
      '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="ja">' +
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">' +
        `<dc:identifier id="id">urn:bench:${book.id}</dc:identifier>` +
        `<dc:title>${escapeXml(book.metadata.title)}</dc:title><dc:language>ja</dc:language>` +
        '<meta property="dcterms:modified">2000-01-01T00:00:00Z</meta></metadata><manifest>' +
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' +
        `${items.join('')}</manifest><spine>${spine}</spine></package>`,
    ),
    text(
      'OEBPS/nav.xhtml',
      xhtml('目次', `<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol>${nav}</ol></nav>`),
    ),
    ...documents.map(({ name, title, body }) => text(`OEBPS/${name}`, xhtml(title, body))),
  ];
  return writeZip(entries);
}

/** One section and those below it with plain ruby: its headings as h2, each paragraph, item or cell as a `<p>`. */
export function writePlain(book: Book, section: Section): string {
  const within = new Set<Section>();
  const add = (one: Section): void => {
    within.add(one);
    one.sections.forEach(add);
  };
  add(section);
  let html = '';
  for (const { sentence, role, section: of, first, last } of sentencesOf(book)) {
    if (of === null || !within.has(of)) continue;
    const element = role === 'heading' ? 'h2' : 'p';
    html += `${first ? `<${element}>` : ''}${writeRubies([sentence])}${last ? `</${element}>` : ''}`;
  }
  return html;
}

function writeRubies(sentences: readonly Sentence[]): string {
  return sentences
    .map(({ id, text: base, ruby }) => {
      let html = '';
      let end = 0;
      for (const one of ruby) {
        html += escapeXml(base.slice(end, one.start));
        html += `<ruby>${escapeXml(base.slice(one.start, one.end))}<rt>${escapeXml(one.reading)}</rt></ruby>`;
        end = one.end;
      }
      return `<span id="${id}">${html}${escapeXml(base.slice(end))}</span>`;
    })
    .join('');
}

function xhtml(title: string, body: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>' +
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="ja" xml:lang="ja">' +
    `<head><title>${escapeXml(title)}</title></head><body>${body}</body></html>`
  );
}

function text(name: string, content: string): ZipEntry {
  return { name, data: Buffer.from(content, 'utf8') };
}

function escapeXml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
