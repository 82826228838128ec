/** An HTML document as a tree, by parse5: what may be read of it, and what is left out. Nothing is fetched or run. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

export interface HtmlTree {
  readonly document: DefaultTreeAdapterTypes.Document;
  /** True where the document nests deeper than any made for people: its text is there, its structure is not. */
  readonly isFlattened: boolean;
}

/** As deep as browsers build a page. The parser takes its time by this depth for every tag. */
const DEEPEST = 512;

class TooDeep extends Error {}

export function parseTree(source: string): HtmlTree {
  try {
    return { document: parseNoDeeper(source), isFlattened: false };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { document: parseNoDeeper(withoutTags(source)), isFlattened: true };
  }
}

function parseNoDeeper(source: string): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  return parse(source, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        if (++depth > DEEPEST) throw new TooDeep();
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
}

/** Elements that begin on a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu ol p plaintext pre section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);

/** What isn't the document's text: programs, styles, what moves about the site, what is to be filled in, media. */
const SKIPPED: ReadonlySet<string> = new Set(
  'audio base button canvas datalist embed frame frameset head iframe input keygen label link meta meter nav noembed noframes noscript object optgroup option output param progress script select source style template textarea title track video'.split(
    ' ',
  ),
);

const SKIPPED_ROLES: ReadonlySet<string> = new Set(['navigation', 'search', 'menu', 'menubar', 'doc-toc']);

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The text of a text node; `null` for other nodes. */
export function textOfNode(node: HtmlNode): string | null {
  return node.nodeName === '#text' && 'value' in node ? node.value : null;
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName);
}

/** Left out: by its kind, or because its author hides it from everyone or from who listens. */
export function isSkipped(element: HtmlElement): boolean {
  if (SKIPPED.has(element.tagName)) return true;
  if (element.tagName === 'dialog' && attribute(element, 'open') === null) return true;
  if (SKIPPED_ROLES.has(attribute(element, 'role') ?? '')) return true;
  if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:;|!|$)/iu.test(
    attribute(element, 'style') ?? '',
  );
}

/** The elements below a node, in order, those within what is left out aside. */
export function elementsBelow(root: { readonly childNodes: readonly HtmlNode[] }): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node) || isSkipped(node)) continue;
      found.push(node);
      walk(node.childNodes);
    }
  };
  walk(root.childNodes);
  return found;
}

/** The plain text in a node, as it stands, without what is left out and without readings. */
export function plainTextOf(root: { readonly childNodes: readonly HtmlNode[] }): string {
  let text = '';
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) text += textOfNode(node) ?? '';
      else if (node.tagName === 'br') text += '\n';
      else if (node.tagName === 'img') text += attribute(node, 'alt') ?? '';
      else if (!isSkipped(node) && !/^(?:rt|rp|rtc)$/u.test(node.tagName)) walk(node.childNodes);
    }
  };
  walk(root.childNodes);
  return text;
}

/** White space as HTML has it (others, as the full-width space, are text) becomes one space, or one line break. */
export function collapse(text: string): string {
  return text.replace(/[ \t\n\f\r]+/gu, (space) => (space.includes('\n') ? '\n' : ' '));
}

/**
 * The source with its text and entities alone, blocks apart: nothing in it nests. In one pass, whatever it holds; a script
 * that isn't closed reaches to the end, as HTML has it.
 */
function withoutTags(source: string): string {
  const tags = /<[^<>]*>/gu;
  let text = '';
  let position = 0;
  const literal = (end: number): void => {
    text += source.slice(position, end).replaceAll('<', '&lt;');
  };
  for (let match = tags.exec(source); match !== null; match = tags.exec(source)) {
    literal(match.index);
    const name = /^<\/?([a-z][a-z0-9]*)/iu.exec(match[0])?.[1]?.toLowerCase() ?? '';
    if (BLOCKS.has(name) || name === 'br') text += '<br><br>';
    position = tags.lastIndex;
    if (!/^<(?:script|style)/iu.test(match[0])) continue;
    const close = new RegExp(`</${name}`, 'giu');
    close.lastIndex = position;
    position = close.exec(source)?.index ?? source.length;
    tags.lastIndex = position;
  }
  literal(source.length);
  return text;
}
