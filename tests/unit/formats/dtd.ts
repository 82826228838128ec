/** XML held against the document type that it names, by libxml2 compiled to WebAssembly: nothing to install, no network. */
import { readFileSync } from 'node:fs';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlParseError,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

const FOLDER = new URL('../../fixtures/schemas/', import.meta.url);

/** Where the formats' standards say that their document types are. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  'http://www.w3.org/TR/xhtml1/DTD/': [
    'xhtml1-transitional.dtd',
    'xhtml-lat1.ent',
    'xhtml-symbol.ent',
    'xhtml-special.ent',
  ],
  'http://www.w3.org/TR/REC-smil/': ['SMIL10.dtd'],
  'http://openebook.org/dtds/oeb-1.2/': ['oebpkg12.dtd', 'oeb12.ent'],
  'http://www.daisy.org/z3986/2005/': [
    'ncx-2005-1.dtd',
    'dtbsmil-2005-2.dtd',
    'dtbook-2005-3.dtd',
    'resource-2005-1.dtd',
  ],
};

const files = Object.entries(PUBLISHED).flatMap(([address, names]) =>
  names.map((name): [string, Uint8Array] => [address + name, readFileSync(new URL(name, FOLDER))]),
);
xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));

/** What is wrong with a document, as libxml2 says it; empty where it is well-formed, and valid by its document type. */
export function faultsOf(bytes: Uint8Array): string[] {
  const hasType = new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).includes('<!DOCTYPE');
  return parse(inUtf8(bytes), hasType ? ParseOption.XML_PARSE_DTDLOAD | ParseOption.XML_PARSE_DTDVALID : 0);
}

/** The same for what has no document type to be held against, as XHTML of HTML 5. */
export function brokenXml(bytes: Uint8Array): string[] {
  return parse(bytes, 0);
}

function parse(bytes: Uint8Array, option: number): string[] {
  try {
    XmlDocument.fromBuffer(bytes, { option }).dispose();
    return [];
  } catch (error) {
    if (error instanceof XmlParseError)
      return error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
    throw error;
  }
}

/** libxml2 here knows no Shift_JIS; whether the bytes are, the platform's decoder tells. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const declared = /^<\?xml version="1\.0" encoding="shift_jis"\?>/u;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 50));
  if (!declared.test(start)) return bytes;
  const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  return new TextEncoder().encode(text.replace(declared, '<?xml version="1.0" encoding="utf-8"?>'));
}
