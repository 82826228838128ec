/** Fails where a module of `src/` imports in a forbidden direction, or in a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { findCycles, forbiddenImports, type Module, parseImports } from './imports.ts';

/** Every TypeScript module below `src/` of the project at `root`. */
function readModules(root: string): Module[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => {
      const path = `src/${name.split(sep).join('/')}`;
      return { path, imports: parseImports(path, readFileSync(join(root, path), 'utf8')) };
    });
}

/** The complaints about the imports of the project at `root`, a line each; none when all is well. */
function checkImports(root: string): string[] {
  const modules = readModules(root);
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const forbidden = forbiddenImports(modules, Object.keys(manifest.dependencies));
  return [
    ...forbidden.map(({ path, specifier, reason }) => `${path}: ${specifier}: ${reason}`),
    ...findCycles(modules).map((cycle) => `a circle: ${[...cycle, cycle[0]].join(' → ')}`),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const complaints = checkImports(process.cwd());
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
