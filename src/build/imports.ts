/** Reads the imports of the project's modules and holds them against the rules of the architecture. */
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { type FolderRule, importRules, screenPackages } from './import-rules.ts';

/** One import of a module, types included: a type is a dependency of the design too. */
export interface Import {
  /** As written: `../book/book.ts`, `react`, `node:fs`. */
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

export interface Module {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
}

export interface Violation {
  readonly path: string;
  readonly specifier: string;
  readonly reason: string;
}

/**
 * The static and dynamic imports and re-exports of a TypeScript module, in the order of the text. A module that
 * doesn't parse has none: the compiler tells about that.
 */
export function parseImports(path: string, source: string): Import[] {
  const imports: Import[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, source: from, importKind, exportKind } = node as SyntaxNode;
    if (importTypes.has(type) && typeof from?.value === 'string') {
      const isTypeOnly = importKind === 'type' || exportKind === 'type' || type === 'TSImportType';
      imports.push({ specifier: from.value, isTypeOnly });
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(path, source).program);
  return imports;
}

/** The fields of an ESTree node that tell an import; arrays of nodes have none of them. */
interface SyntaxNode {
  readonly type: string;
  readonly source?: { readonly value?: unknown } | null;
  readonly importKind?: string;
  readonly exportKind?: string;
}

const importTypes: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/**
 * Imports in a forbidden direction.
 *
 * @param modules every module below `src/`
 * @param runtimePackages the packages of `dependencies` in package.json: nothing else reaches the reader
 */
export function forbiddenImports(
  modules: readonly Module[],
  runtimePackages: readonly string[],
): Violation[] {
  return modules.flatMap(({ path, imports }) => {
    const folder = path.split('/')[1] ?? '';
    const rule = importRules[folder];
    if (rule === undefined) return [{ path, specifier: '', reason: `no rule for the folder src/${folder}` }];
    return imports.flatMap((imported) => {
      const reason = imported.specifier.startsWith('.')
        ? whyNotModule(path, folder, rule, resolveImport(path, imported.specifier))
        : whyNotPackage(folder, rule, imported, runtimePackages);
      return reason === null ? [] : [{ path, specifier: imported.specifier, reason }];
    });
  });
}

/** The path from the root that a relative specifier means; queries such as `?url` are left out. */
function resolveImport(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
}

function whyNotModule(path: string, folder: string, rule: FolderRule, target: string): string | null {
  const [top, targetFolder = '', targetSubfolder = ''] = target.split('/');
  if (top !== 'src') return folder === 'build' ? null : 'src imports nothing from outside src';
  if (rule.files?.includes(target)) return null;
  if (targetFolder !== folder) {
    return rule.folders.includes(targetFolder) ? null : `src/${folder} may not import src/${targetFolder}`;
  }
  const subfolder = path.split('/')[2] ?? '';
  const crosses = rule.subfoldersApart === true && subfolder !== targetSubfolder;
  return crosses ? `the folders of src/${folder} don't import each other` : null;
}

function whyNotPackage(
  folder: string,
  rule: FolderRule,
  { specifier, isTypeOnly }: Import,
  runtimePackages: readonly string[],
): string | null {
  if (specifier.startsWith('virtual:')) return null;
  if (specifier.startsWith('node:')) return rule.node ? null : `src/${folder} runs where there is no Node`;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (rule.packages === 'none') return `src/${folder} uses no packages`;
  if (rule.packages === 'without-screen' && screenPackages.includes(name)) {
    return `src/${folder} doesn't know the screen`;
  }
  // The build and the press run where everything is installed.
  const isShipped = folder !== 'build' && folder !== 'press' && !isTypeOnly;
  return isShipped && !runtimePackages.includes(name) ? `${name} is not in dependencies` : null;
}

/** Cycles among the modules, each as its paths in the order of import. Where cycles share modules, not every one is listed. */
export function findCycles(modules: readonly Module[]): string[][] {
  const targets = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => resolveImport(path, specifier)),
    ]),
  );
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push(trail.slice(start));
    if (start >= 0 || done.has(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of targets.keys()) visit(path);
  return cycles;
}
