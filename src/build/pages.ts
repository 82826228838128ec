/** A page's frame: its head, the styles and the start script in it, and a policy that lets nothing else run. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export interface SiteAssets {
  /** The address of the app's script. */
  readonly script: string;
  /** All styles, put into the page. */
  readonly css: string;
  /** The script that runs before the first paint. */
  readonly boot: string;
}

/** Weakest first. Said before all else, so that no file's place among the styles decides. */
const LAYERS = '@layer reset,tokens,base,book,ui,features;';

export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** The address of the book's data, fetched along with the app. */
  readonly preload?: string;
}

/** The app's own script and styles, from Vite's manifest. */
export async function readManifest(file: string): Promise<{ script: string; styles: readonly string[] }> {
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<
    string,
    { file: string; isEntry?: boolean }
  >;
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry === true);
  if (entry === undefined) throw new Error('the app has no entry');
  const styles = new Set(
    Object.values(manifest)
      .map((chunk) => chunk.file)
      .filter((name) => name.endsWith('.css')),
  );
  return { script: entry.file, styles: [...styles] };
}

/** The whole page as HTML; `body` is the app's own, pre-rendered. */
export function writePage(assets: SiteAssets, head: PageHead, body: string): string {
  const css = LAYERS + assets.css;
  const policy = [
    "default-src 'none'",
    `script-src 'self' '${hash(assets.boot)}'`,
    `style-src 'self' '${hash(css)}'`,
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const preload =
    head.preload === undefined
      ? ''
      : `<link rel="preload" as="fetch" crossorigin href="${escapeAttribute(head.preload)}">`;
  // The script stands at the end: on a slow link nothing shares the wire with the words.
  return `<!doctype html>
<html lang="ja" data-theme="kinari" data-furigana="all" data-writing="horizontal">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escapeText(head.title)}</title>
<meta name="description" content="${escapeAttribute(head.description)}">
<meta name="theme-color" content="#fbf8f1">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/icons/apple-touch-icon.png">
<script>${assets.boot}</script>
<style>${css}</style>
</head>
<body>
<div id="root">${body}</div>
${preload}<script type="module" src="${assets.script}"></script>
</body>
</html>
`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
