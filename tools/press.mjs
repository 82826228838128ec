/** `npm run press -- INPUT… --out DIR`: makes talking books. */
import { spawn } from 'node:child_process';
import { root } from './processes.mjs';
import { afterSetup } from './setup.mjs';

process.exitCode = await afterSetup(
  () =>
    new Promise((resolve) => {
      const args = [
        '--expose-gc',
        '--max-semi-space-size=4',
        '--import',
        'tsx',
        'src/press/press.ts',
        ...process.argv.slice(2),
      ];
      // Paths are meant from where the command was typed; npm itself goes to the project's folder.
      const env = { ...process.env, TOMOYOMI_FROM: process.env.INIT_CWD ?? process.cwd() };
      const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
      // The press ends by itself and says so; a terminal has told it already, others tell only this process.
      process.on('SIGINT', () => undefined);
      process.on('SIGTERM', () => child.kill('SIGTERM'));
      child.on('error', () => resolve(127));
      child.on('close', (code) => resolve(code ?? 128));
    }),
);
