/** The terms of the two dictionaries, of which one reaches the reader and one is asked when the app is built, and of Open JTalk. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Component } from './licence-component.ts';
import { furiganaFile } from './naist/package.ts';

/** Stanzas of the notice by their `Files:` field, see Debian's machine-readable copyright format 1.0. */
const SHIPPED = [
  {
    files: 'mecab-naist-jdic/*',
    name: 'naist-jdic',
    version: '1.11',
    homepage: 'https://open-jtalk.sourceforge.net/',
    use: 'app',
  },
  {
    files: 'mecab-naist-jdic/unidic-csj.csv',
    name: 'UniDic-csj (words within naist-jdic)',
    version: '1.11',
    homepage: 'https://clrd.ninjal.ac.jp/unidic/',
    use: 'app',
  },
  {
    // It speaks the recordings, and stays where they are made.
    files: '*',
    name: 'Open JTalk',
    version: '1.11',
    homepage: 'https://open-jtalk.sourceforge.net/',
    use: 'build',
  },
] as const;

const LICENCE = 'BSD-3-clause';

/**
 * naist-jdic with the words of UniDic-csj, and Open JTalk that it comes with, from the notice beside the packed file.
 *
 * @throws {Error} where the notice says nothing of them
 */
export function naistLicences(root: string): Component[] {
  const notice = readFileSync(join(root, dirname(furiganaFile), 'NOTICE'), 'utf8');
  const stanzas = notice.split(/\n\n/u);
  const terms = stanzas.find((stanza) => stanza.startsWith(`License: ${LICENCE}\n`));
  return SHIPPED.map(({ files, ...named }) => {
    const stanza = stanzas.find((one) => one.startsWith(`Files: ${files}\n`));
    const copyright = /^Copyright: (?<lines>.*(?:\n .*)*)/mu.exec(stanza ?? '')?.groups?.lines;
    if (terms === undefined || copyright === undefined || !stanza?.includes(`License: ${LICENCE}`))
      throw new Error(`the dictionary's notice has no terms for ${files}`);
    const holders = copyright.split('\n').map((line) => `Copyright ${line.trim()}`);
    return { ...named, licence: 'BSD-3-Clause', text: `${joined(holders)}\n\n${unfold(terms)}` };
  });
}

/** A line without a year goes on with the one before. */
function joined(lines: readonly string[]): string {
  return lines.join('\n').replace(/\nCopyright (?!\d)/gu, ', ');
}

/** A stanza's text: a line of one point is an empty one. */
function unfold(stanza: string): string {
  return stanza
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^ /u, '').replace(/^\.$/u, ''))
    .join('\n')
    .trim();
}

/** kuromoji's dictionary is made of mecab-ipadic, whose terms stand in kuromoji's notice. */
export function ipadicLicence(root: string): Component {
  const notice = readFileSync(join(root, 'node_modules/kuromoji/NOTICE.md'), 'utf8');
  const start = notice.indexOf('Copyright 2000');
  if (start < 0) throw new Error("kuromoji's notice has no terms for IPADIC");
  return {
    name: 'IPADIC (mecab-ipadic)',
    version: '2.7.0-20070801',
    licence: 'LicenseRef-IPADIC',
    homepage: 'https://taku910.github.io/mecab/',
    use: 'build',
    text: notice
      .slice(start)
      .replace(/[ \t]+$/gmu, '')
      .trim(),
  };
}
