import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectLicences, serializeLicences } from '../../../src/build/licences.ts';

describe('LICENCES.md', () => {
  const components = collectLicences(process.cwd());

  it('is up to date (npm run licences)', () => {
    expect(readFileSync('LICENCES.md', 'utf8')).toBe(serializeLicences(components));
  });

  it.each([
    ['react', 'MIT', 'app', 'Permission is hereby granted'],
    ['scheduler', 'MIT', 'app', 'Permission is hereby granted'],
    ['kuroshiro', 'MIT', 'app', 'Permission is hereby granted'],
    ['naist-jdic', 'BSD-3-Clause', 'app', '2009, Nara Institute of Science and Technology'],
    [
      'naist-jdic',
      'BSD-3-Clause',
      'app',
      'Nagoya Institute of Technology, Department of Computer Science\n\nRedist',
    ],
    ['UniDic-csj (words within naist-jdic)', 'BSD-3-Clause', 'app', '2011-2017 The UniDic Consortium'],
    ['kuromoji', 'Apache-2.0', 'build', 'Apache License'],
    ['IPADIC (mecab-ipadic)', 'LicenseRef-IPADIC', 'build', 'Nara Institute of Science'],
    ['HTS Voice "Mei"', 'CC-BY-3.0', 'build', 'Nagoya Institute of Technology'],
    ['Open JTalk', 'BSD-3-Clause', 'build', 'Nagoya Institute of Technology'],
    ['BIZ UDPGothic', 'OFL-1.1', 'app', 'SIL OPEN FONT LICENSE'],
    ['BIZ UDPMincho', 'OFL-1.1', 'app', 'SIL OPEN FONT LICENSE'],
    ['wouter', 'Unlicense', 'app', 'public domain'],
  ])('has %s under %s, in the %s', (name, licence, use, words) => {
    const component = components.find((candidate) => candidate.name === name);
    expect(component).toMatchObject({ licence, use });
    expect(component?.text).toContain(words);
  });
});

describe('a package', () => {
  let root = '';
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const install = (path: string, manifest: object, licence = 'the text'): void => {
    write(
      `${path}/package.json`,
      JSON.stringify({ name: path.split('/').at(-1), version: '1.0.0', ...manifest }),
    );
    if (licence !== '') write(`${path}/LICENSE`, licence);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tomoyomi-licences-'));
    write('package.json', JSON.stringify({ name: 'app', version: '1.0.0', dependencies: { a: '1' } }));
    install('node_modules/kuromoji', {});
    const notice = 'content/dictionary/NOTICE';
    write(notice, readFileSync(notice, 'utf8'));
    write('node_modules/kuromoji/NOTICE.md', 'Copyright 2000 NAIST');
    for (const name of ['biz-udpgothic', 'biz-udpmincho']) {
      install(`node_modules/@fontsource/${name}`, {});
    }
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it.each(['GPL-3.0-only', 'LGPL-2.1', 'AGPL-3.0-or-later', 'UNLICENSED'])('may not be %s', (license) => {
    install('node_modules/a', { license: 'MIT', dependencies: { b: '1' } });
    install('node_modules/b', { license });
    expect(() => collectLicences(root)).toThrow(`b (${license})`);
  });

  it('may not come without a text', () => {
    install('node_modules/a', { license: 'MIT' }, '');
    expect(() => collectLicences(root)).toThrow("a (MIT) comes without its licence's text");
  });

  it('may not be missing from the dictionary\u2019s notice', () => {
    install('node_modules/a', { license: 'MIT' });
    write('content/dictionary/NOTICE', 'Format: other');
    expect(() => collectLicences(root)).toThrow('no terms for mecab-naist-jdic');
  });

  it('is looked for where Node would find it', () => {
    install('node_modules/a', { license: 'MIT', dependencies: { b: '1', '@types/b': '1' } });
    install('node_modules/a/node_modules/b', { license: 'GPL-2.0', dependencies: { c: '1' } });
    install('node_modules/b', { license: 'MIT' });
    install('node_modules/c', { license: 'LGPL-3.0' });
    expect(() => collectLicences(root)).toThrow(/: b \(GPL-2.0\), c \(LGPL-3.0\)$/);
  });
});
