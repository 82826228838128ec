/** Which dictionary is packed, and where what comes of it lies. */
import { FORMAT_VERSION } from '../../japanese/naist/container.ts';

/** Debian's package, bookworm. */
export const DICTIONARY_PACKAGE = {
  name: 'open-jtalk-mecab-naist-jdic',
  version: '1.11-3',
  /** Of the package's file. */
  sha256: '5c022fc8cff3548ca655f491fa2d9d013576424f7e98d6e27f03c841554f0012',
  /** The four compiled files, within the package. */
  folder: 'var/lib/mecab/dic/open-jtalk/naist-jdic',
  copyright: 'usr/share/doc/open-jtalk-mecab-naist-jdic/copyright',
} as const;

const STEM = `content/dictionary/naist-jdic-1.11-${FORMAT_VERSION}`;

/** What furigana needs, gzipped; a path from the root. */
export const furiganaFile = `${STEM}.bin`;
/** Pronunciations, accents and their chain rules, gzipped; furigana doesn't fetch it. */
export const accentsFile = `${STEM}-accents.bin`;
