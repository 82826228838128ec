/**
 * The licences of everything that reaches the reader, or that the app is made with so that something of it does: npm
 * packages with all that they need, the dictionaries, the type faces, the voice. `npm run licences` writes them to LICENCES.md; the app shows the same on a page of its own.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ipadicLicence, naistLicences } from './dictionary-licences.ts';
import type { Component } from './licence-component.ts';
import { UNLICENSE } from './unlicense.ts';
import { voiceLicence } from './voice-licence.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The second opinion on readings: what it offers stands in the bundled books as alternatives. */
const BUILD_ONLY: readonly string[] = ['kuroshiro-analyzer-kuromoji', 'kuromoji'];

/** What may reach the reader: licences that ask for a notice at most. */
const PERMITTED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'LicenseRef-IPADIC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
]);

/**
 * Everything shipped by the project at `root`, in the order of its names.
 *
 * @throws {Error} where a component has no licence text, or a licence that isn't permitted
 */
export function collectLicences(root: string): Component[] {
  const manifest = readManifest(root);
  const packages = new Map<string, Component>();
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (!BUILD_ONLY.includes(name)) addPackage(root, root, name, 'app', packages);
  }
  for (const name of BUILD_ONLY) {
    const isUsed = name in { ...manifest.dependencies, ...manifest.devDependencies };
    if (isUsed) addPackage(root, root, name, 'build', packages);
  }
  const components = [
    ...packages.values(),
    ...naistLicences(root),
    ipadicLicence(root),
    voiceLicence(),
    ...fonts(root),
  ];
  const refused = components.filter(({ licence }) => !PERMITTED.has(licence));
  if (refused.length > 0) {
    const names = refused.map(({ name, licence }) => `${name} (${licence})`).join(', ');
    throw new Error(`these may not be shipped, because of their licences: ${names}`);
  }
  return components.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const WHERE: Readonly<Record<Component['use'], string>> = { app: 'in the app', build: 'when it is built' };

/** LICENCES.md: a table, then each text once with the names of all that are under it. */
export function serializeLicences(components: readonly Component[]): string {
  const rows = components.map(
    ({ name, version, licence, use }) => `| ${name} | ${version} | ${licence} | ${WHERE[use]} |`,
  );
  const names = new Map<string, string[]>();
  for (const { name, text } of components) names.set(text, [...(names.get(text) ?? []), name]);
  const texts = [...names].map(([text, sharing]) => `## ${sharing.join(', ')}\n\n~~~text\n${text}\n~~~\n`);
  return [
    '# Licences\n',
    'What ともよみ brings to the reader, and under which terms. Written by `npm run licences`.\n',
    'Readings come from naist-jdic, whose packed file the browser fetches. kuromoji with IPADIC is asked when the app is',
    'built and tested, as a second opinion: neither its code nor its dictionary is sent to a browser, but readings that',
    'it gives stand as alternatives in the bundled plans. Recordings are spoken by Open JTalk with the voice Mei; neither is',
    'sent to a browser, but their sound is.\n',
    ['| Component | Version | Licence | Where |', '|---|---|---|---|', ...rows].join('\n'),
    '',
    ...texts,
  ].join('\n');
}

/** What is in the app already stays so, whatever else needs it. */
function addPackage(
  root: string,
  parent: string,
  name: string,
  use: Component['use'],
  found: Map<string, Component>,
): void {
  // Types are for the compiler alone.
  if (name.startsWith('@types/')) return;
  const folder = resolvePackage(root, parent, name);
  const manifest = readManifest(folder);
  const key = `${manifest.name}@${manifest.version}`;
  if (found.has(key)) return;
  const licence = manifest.license ?? 'none';
  found.set(key, {
    name: manifest.name,
    version: manifest.version,
    licence,
    homepage: manifest.homepage ?? null,
    use,
    text: licenceText(folder, manifest),
  });
  for (const needed of Object.keys(manifest.dependencies ?? {})) addPackage(root, folder, needed, use, found);
}

/** The folder that Node would find a package in from `parent`. */
function resolvePackage(root: string, parent: string, name: string): string {
  const nested = join(parent, 'node_modules', name);
  if (parent === root || existsSync(join(nested, 'package.json'))) return nested;
  return resolvePackage(root, dirname(parent), name);
}

function licenceText(folder: string, { name, license }: Manifest): string {
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file !== undefined) return readText(join(folder, file));
  if (license === 'Unlicense') return UNLICENSE;
  throw new Error(`${name} (${license}) comes without its licence's text`);
}

function fonts(root: string): Component[] {
  return ['BIZ UDPGothic', 'BIZ UDPMincho'].map((name) => {
    const slug = name.toLowerCase().replace(' ', '-');
    const sliced = join(root, 'node_modules/@fontsource', slug);
    return {
      name,
      version: readManifest(sliced).version,
      licence: 'OFL-1.1',
      use: 'app',
      homepage: `https://fonts.google.com/specimen/${name.replace(' ', '+')}`,
      text: readText(join(sliced, 'LICENSE')),
    };
  });
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** A text without carriage returns, trailing spaces or blank lines around it, so that it looks alike everywhere. */
function readText(path: string): string {
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  return text.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '');
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync('LICENCES.md', serializeLicences(collectLicences(process.cwd())));
}
