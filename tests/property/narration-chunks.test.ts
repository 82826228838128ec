import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHUNK_LIMIT, chunksOf, isSpeakable } from '../../src/narration/chunks.ts';

const texts = fc
  .array(fc.constantFrom('あ', '計画', '、', '。', '」', '𠮷', 'か゛', '…', ' ', 'word', '2021', '\n'), {
    maxLength: 250,
  })
  .map((parts) => parts.join(''));

test('pieces join to the text, each begins where it says, and none is cut within a character', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
      const chunks = chunksOf(text);
      let at = 0;
      for (const chunk of chunks) {
        expect(chunk.start).toBe(at);
        at += chunk.text.length;
        if (at < text.length) expect(text.codePointAt(at - 1) ?? 0).toBeLessThan(0x10000);
      }
      expect(chunks.map((chunk) => chunk.text).join('')).toBe(text);
      if (chunks.length > 1) for (const chunk of chunks) expect(isSpeakable(chunk.text)).toBe(true);
    }),
  );
});

test('no piece with words throughout is too long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('あ', '計画', '、', 'ことば', '。'), { maxLength: 300 }),
      (parts) => {
        const text = parts.map((part) => (isSpeakable(part) ? part : `お${part}`)).join('');
        for (const chunk of chunksOf(text)) expect(chunk.text.length).toBeLessThanOrEqual(CHUNK_LIMIT);
      },
    ),
  );
});
