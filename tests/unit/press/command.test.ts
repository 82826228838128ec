import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from './folders.ts';

const root = join(import.meta.dirname, '..', '..', '..');

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs the command to its end, or until it has said `until`, when it is sent the signal. */
function press(
  args: readonly string[],
  { until, signal = 'SIGTERM', from = root }: { until?: string; signal?: NodeJS.Signals; from?: string } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/press/press.ts', ...args], {
      cwd: root,
      env: { ...process.env, TOMOYOMI_FROM: from },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
      // Once: the second time it would end without a word.
      if (until !== undefined && stderr.includes(until) && !child.killed) child.kill(signal);
    });
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

const TEXT = '# 地域の計画\n\nみんなで生きる町。\n\n## はじめに\n\nあいさつをします。\n';

describe('the command', { timeout: 300_000 }, () => {
  it('makes books of text from a file beside where it was typed, whatever the names are', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, '地域 計画.md'), TEXT);
    const ended = await press(['地域 計画.md', '--out', '本', '--voice', 'none', '--date', '2026-04-01'], {
      from: folder,
    });
    expect(ended).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, '本')).sort()).toEqual([
      '地域 計画-daisy202',
      '地域 計画-daisy202.zip',
      '地域 計画-daisy3',
      '地域 計画-daisy3.zip',
      '地域 計画-report.html',
      '地域 計画.epub',
    ]);
    for (const name of readdirSync(join(folder, '本', '地域 計画-daisy202')))
      expect(name).toMatch(/^[\w.-]+$/u);
    expect(readFileSync(join(folder, '本', '地域 計画-report.html'), 'utf8')).toContain('音声はありません');
  });

  it.each<[string, string[], number, string]>([
    ['nothing is asked for', [], 2, 'no-such-input'],
    ['an option isn’t known', ['a.md', '--out', 'b', '--fast'], 2, 'bad-option'],
    ['a file isn’t there', ['nothing.md', '--out', 'b', '--voice', 'none'], 2, 'no-such-input'],
    ['the folder can’t be made', ['a.md', '--out', 'a.md/b', '--voice', 'none'], 1, 'not-writable'],
  ])('ends with a code and its reason in Japanese where %s', async (_, args, code, reason) => {
    const folder = testFolder();
    writeFileSync(join(folder, 'a.md'), TEXT);
    const ended = await press(args, { from: folder });
    expect(ended.code).toBe(code);
    expect(ended.stderr).toMatch(new RegExp(`[ぁ-ん].*（${reason}）`, 'su'));
    expect(ended.stderr).not.toContain('    at ');
  });

  it.each<[NodeJS.Signals, number | null]>([
    ['SIGTERM', 130],
    ['SIGKILL', null],
  ])(
    'that is ended by %s leaves nothing half-written under a final name, and begins anew',
    async (signal, code) => {
      const folder = testFolder();
      writeFileSync(join(folder, 'a.md'), TEXT);
      const args = ['a.md', '--out', 'b', '--voice', 'none', '--formats', 'daisy3'];
      mkdirSync(join(folder, 'b'));
      const ended = await press(args, { from: folder, until: '「地域の計画」', signal });
      expect(ended.code).toBe(code);
      // What is there under its own name has everything in it.
      for (const name of readdirSync(join(folder, 'b')).filter((one) => one === 'a-daisy3')) {
        expect(readdirSync(join(folder, 'b', name))).toContain('package.opf');
      }
      expect((await press(args, { from: folder })).code).toBe(0);
      expect(readdirSync(join(folder, 'b')).sort()).toEqual(['a-daisy3', 'a-daisy3.zip', 'a-report.html']);
    },
  );
});
