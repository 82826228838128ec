import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { element, escapeXml, raw, xmlDocument } from '../../../../src/formats/xml/xml.ts';
import { faultsOf } from '../dtd.ts';

describe('an element', () => {
  test.each([
    [element('a'), '<a/>'],
    [element('a', { b: 'x"<&\'', c: 1, d: null, e: undefined }), '<a b="x&quot;&lt;&amp;&#39;" c="1"/>'],
    [element('a', {}, '<b>', raw('<b/>'), null, [element('c'), ['d']]), '<a>&lt;b&gt;<b/><c/>d</a>'],
    [element('a', {}, ''), '<a/>'],
  ])('%#', (made, xml) => {
    expect(made.xml).toBe(xml);
  });
});

test('what XML doesn’t allow becomes U+FFFD, one for one', () => {
  expect(escapeXml('a\u0000\u000b\u001f\ufffe\ud800b\t\n')).toBe('a\ufffd\ufffd\ufffd\ufffd\ufffdb\t\n');
});

test('a document has its declaration and its type', () => {
  const root = element('a');
  expect(xmlDocument(root)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n');
  expect(xmlDocument(root, { doctype: '<!DOCTYPE a>', encoding: 'shift_jis' })).toBe(
    '<?xml version="1.0" encoding="shift_jis"?>\n<!DOCTYPE a>\n<a/>\n',
  );
});

test('any text in any place is well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, value) => {
      const xml = xmlDocument(element('a', { b: value }, text, element('c', {}, text)));
      expect(faultsOf(new TextEncoder().encode(xml))).toEqual([]);
    }),
  );
});
