/**
 * `npm run dictionary`: packs naist-jdic from Debian's package `open-jtalk-mecab-naist-jdic` into the two files under
 * `content/dictionary/`. They are committed, so only who changes the format needs apt and dpkg-deb.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { packDictionary, readCompiled } from './naist/pack.ts';
import { accentsFile, DICTIONARY_PACKAGE, furiganaFile } from './naist/package.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = join(root, '.cache', 'naist-jdic');
const { name, version, sha256, folder, copyright } = DICTIONARY_PACKAGE;
const archive = join(cache, `${name}_${version}_all.deb`);

mkdirSync(cache, { recursive: true });
if (!existsSync(archive)) {
  execFileSync('apt-get', ['download', `${name}=${version}`], { cwd: cache, stdio: 'inherit' });
}
const found = createHash('sha256').update(readFileSync(archive)).digest('hex');
if (found !== sha256)
  throw new Error(`${archive} is not the package that is meant: its SHA-256 is ${found}.`);
execFileSync('dpkg-deb', ['--extract', archive, cache]);

const NOTICE = `The files in this folder hold naist-jdic 1.11 with the words of UniDic-csj, in a layout of our own, made by
\`npm run dictionary\` from Debian's package ${name} ${version}. What that package says of its copyright
and licences follows. Its parts used here are those of mecab-naist-jdic/*, under the 3-clause BSD licence.

`;
const file = (path: string): Uint8Array => readFileSync(join(cache, folder, path));
const packed = packDictionary(
  readCompiled({
    system: file('sys.dic'),
    unknown: file('unk.dic'),
    matrix: file('matrix.bin'),
    characters: file('char.bin'),
  }),
);
write(furiganaFile, gzipped(packed.furigana));
write(accentsFile, gzipped(packed.accents));
write(
  'content/dictionary/NOTICE',
  new TextEncoder().encode(NOTICE + readFileSync(join(cache, copyright), 'utf8')),
);

function gzipped(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9, memLevel: 9 });
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
  console.log(
    `${path}: ${bytes.byteLength} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`,
  );
}
