import { describe, expect, it } from 'vitest';
import { parseBookDownloads } from '../../../src/library/downloads-index.ts';

const file = {
  format: 'epub',
  address: '/downloads/plan-2.epub',
  bytes: 1000,
  sha256: 'a'.repeat(64),
} as const;
const recorded = {
  address: '/audio/plan-2/0a-clips.json',
  bytes: 20,
  sha256: 'b'.repeat(64),
  sound: 3000,
} as const;
const index = (changes: object = {}): unknown => ({
  version: 1,
  books: { 'plan-2': { seconds: 90, recorded, files: [file], ...changes } },
});

describe('the list of books to take along', () => {
  it('names the files of a book, with the length of its sound', () => {
    expect(parseBookDownloads(index(), 'plan-2')).toEqual({
      seconds: 90,
      recorded,
      files: [file],
    });
  });

  it('has no files of a book that it does not know, whatever the book is called', () => {
    for (const id of ['plan-9', 'constructor', '__proto__']) {
      expect(parseBookDownloads(index(), id)).toEqual({ seconds: null, recorded: null, files: [] });
    }
  });

  it('says so where a book has no sound', () => {
    const silent = parseBookDownloads(index({ seconds: null, recorded: null }), 'plan-2');
    expect(silent).toMatchObject({ seconds: null, recorded: null });
  });

  it.each([
    ['a name alone', '/audio/plan-2/0a-clips.json'],
    ['a list elsewhere', { ...recorded, address: 'https://example.org/0a-clips.json' }],
    ['a list without a hash', { ...recorded, sha256: '' }],
    ['a list of no bytes', { ...recorded, bytes: 0 }],
    ['sound of no bytes', { ...recorded, sound: 0 }],
    ['sound of so many bytes that none knows', { ...recorded, sound: '3000' }],
  ])('takes a book for one of text alone where its recording is %s', (_, changed) => {
    const parsed = parseBookDownloads(index({ recorded: changed }), 'plan-2');
    expect(parsed).toEqual({ seconds: 90, recorded: null, files: [file] });
  });

  it.each([
    ['a page', '<!doctype html>'],
    ['nothing', null],
    ['another version', { version: 2, books: {} }],
    ['no books', { version: 1 }],
    ['files that are no list', index({ files: {} })],
    ['an unknown format', index({ files: [{ ...file, format: 'exe' }] })],
    ['an address elsewhere', index({ files: [{ ...file, address: 'https://example.org/a.epub' }] })],
    ['an address outside of the folder', index({ files: [{ ...file, address: '/downloads/../a.epub' }] })],
    ['no size', index({ files: [{ ...file, bytes: 0 }] })],
    ['a size in words', index({ files: [{ ...file, bytes: '1000' }] })],
    ['no hash', index({ files: [{ ...file, sha256: 'abc' }] })],
  ])('is none where it is %s', (_, value) => {
    expect(parseBookDownloads(value, 'plan-2')).toBeNull();
  });
});
