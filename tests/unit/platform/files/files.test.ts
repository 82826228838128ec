// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fileName, saveFile } from '../../../../src/platform/files/download.ts';
import { LARGEST_FILE, pickFile, readPickedFile } from '../../../../src/platform/files/pick-file.ts';

describe('readPickedFile', () => {
  it('gives the name and the bytes', async () => {
    const file = { name: '手紙.txt', size: 2, arrayBuffer: async () => new Uint8Array([1, 2]).buffer };
    const result = await readPickedFile(file);
    expect(result).toEqual({ ok: true, file: { name: '手紙.txt', bytes: new Uint8Array([1, 2]) } });
  });

  it('reads nothing of a file that is too large', async () => {
    const file = {
      name: 'a',
      size: LARGEST_FILE + 1,
      arrayBuffer: () => Promise.reject(new Error('was read')),
    };
    expect(await readPickedFile(file)).toEqual({
      ok: false,
      error: { code: 'too-large', limit: 50 * 1024 * 1024 },
    });
  });

  it('says that a file that has gone is unreadable', async () => {
    const file = { name: 'a', size: 1, arrayBuffer: () => Promise.reject(new Error('NotReadableError')) };
    expect(await readPickedFile(file)).toEqual({ ok: false, error: { code: 'unreadable' } });
  });
});

describe('pickFile', () => {
  function pageWithInput(then: (input: HTMLInputElement) => void): Document {
    const input = document.createElement('input');
    input.click = () => then(input);
    return { createElement: () => input } as unknown as Document;
  }

  it('offers the endings, and gives nothing where the reader chose nothing', async () => {
    let accept = '';
    const page = pageWithInput((input) => {
      accept = input.accept;
      input.dispatchEvent(new Event('cancel'));
    });
    expect(await pickFile(['.txt', '.md'], page)).toBeNull();
    expect(accept).toBe('.txt,.md');
  });

  it('gives the file that was chosen', async () => {
    const file = new File(['a'], 'a.txt');
    const page = pageWithInput((input) => {
      Object.defineProperty(input, 'files', { value: [file] });
      input.dispatchEvent(new Event('change'));
    });
    expect(await pickFile([], page)).toBe(file);
  });
});

describe('saveFile', () => {
  it('hands over the content under its name, and lets go of it later', async () => {
    const links: HTMLAnchorElement[] = [];
    const blobs: Blob[] = [];
    const later: (() => void)[] = [];
    const revoked: string[] = [];
    const page = {
      createElement: () => {
        const link = document.createElement('a');
        link.click = () => links.push(link);
        return link;
      },
    } as unknown as Document;
    saveFile('しおり:1.txt', '本文', undefined, {
      document: page,
      createObjectURL: (blob) => {
        blobs.push(blob);
        return 'blob:1';
      },
      revokeObjectURL: (url) => revoked.push(url),
      later: (callback) => later.push(callback),
    });
    expect(links.map(({ href, download }) => [href, download])).toEqual([['blob:1', 'しおり_1.txt']]);
    expect(await blobs[0]?.text()).toBe('本文');
    expect(revoked).toEqual([]);
    for (const callback of later) callback();
    expect(revoked).toEqual(['blob:1']);
  });
});

describe('fileName', () => {
  it.each([
    ['しおり.txt', 'しおり.txt'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['..hidden', 'hidden'],
    ['name. ', 'name'],
    ['line\nbreak', 'line_break'],
    ['', '_'],
    ['...', '_'],
  ])('of %j is %j', (name, expected) => {
    expect(fileName(name)).toBe(expected);
  });
});
