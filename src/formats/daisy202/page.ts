/** What every XHTML file of a DAISY 2.02 book has around its body. */
import { element, type Xml, type XmlChild, xmlDocument } from '../xml/xml.ts';

const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

export type Charset = 'utf-8' | 'shift_jis';

export interface PageOptions {
  readonly title: string;
  readonly language: string;
  readonly charset: Charset;
  readonly metas?: readonly Xml[];
}

/** The page as text; its bytes must be written in the charset that it names. */
export function writePage({ title, language, charset, metas = [] }: PageOptions, body: XmlChild): string {
  const head = element(
    'head',
    {},
    element('meta', { 'http-equiv': 'Content-Type', content: `text/html; charset=${charset}` }),
    element('title', {}, title),
    metas,
  );
  const root = element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', lang: language, 'xml:lang': language },
    head,
    element('body', {}, body),
  );
  return xmlDocument(root, { doctype: DOCTYPE, encoding: charset });
}

export function metaNamed(name: string, content: string | number): Xml {
  return element('meta', { name, content });
}
