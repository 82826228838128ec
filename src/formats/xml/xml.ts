/** XML put together from its parts: what is text is escaped, what is an element stays. */

/** A piece of XML that is well-formed by itself. */
export interface Xml {
  readonly xml: string;
}

export type XmlChild = Xml | string | readonly XmlChild[] | null;

export type XmlAttributes = Readonly<Record<string, string | number | null | undefined>>;

/** `<name a="…">…</name>`; attributes that are `null` or `undefined` are left out, strings among the children are text. */
export function element(name: string, attributes: XmlAttributes = {}, ...children: XmlChild[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inside = children.map(xmlOf).join('');
  return { xml: inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

/** What is well-formed XML already. */
export function raw(xml: string): Xml {
  return { xml };
}

/** A whole file: the declaration, a document type where the format wants one, and the root. */
export function xmlDocument(
  root: Xml,
  options: { readonly doctype?: string; readonly encoding?: string } = {},
): string {
  const doctype = options.doctype === undefined ? '' : `${options.doctype}\n`;
  return `<?xml version="1.0" encoding="${options.encoding ?? 'UTF-8'}"?>\n${doctype}${root.xml}\n`;
}

function xmlOf(child: XmlChild): string {
  if (child === null) return '';
  if (typeof child === 'string') return escapeXml(child);
  return 'xml' in child ? child.xml : child.map(xmlOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 (§2.2) doesn't allow becomes U+FFFD: control characters, unpaired surrogates, U+FFFE and U+FFFF. */
export function escapeXml(text: string): string {
  return (
    text
      .replace(/\p{Cs}/gu, '\ufffd')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd')
      .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '')
  );
}
