/** The navigation control file (Z39.86-2005 §8): headings as a tree, pages as a list, each with its sound. */
import type { Book, Sentence } from '../../book/book.ts';
import type { Clip } from '../../book/media-overlay.ts';
import { textOf } from '../../book/text.ts';
import { element, type Xml, xmlDocument } from '../xml/xml.ts';
import { PAGE_TEST } from './names.ts';
import { audioOf } from './smil.ts';

const DOCTYPE =
  '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">';

/** Something that one can go to, in the order of the book. */
export type NavTarget =
  | {
      readonly type: 'heading';
      readonly id: string;
      readonly address: string;
      readonly depth: number;
      readonly heading: readonly Sentence[];
    }
  | { readonly type: 'page'; readonly id: string; readonly address: string; readonly label: string };

export interface NcxOptions {
  readonly identifier: string;
  readonly generator: string;
  readonly clips: ReadonlyMap<string, Clip>;
}

interface NavNode {
  readonly target: Extract<NavTarget, { readonly type: 'heading' }>;
  readonly order: number;
  readonly children: NavNode[];
}

export function writeNcx(book: Book, targets: readonly NavTarget[], options: NcxOptions): string {
  const { identifier, generator, clips } = options;
  const tree = treeOf(targets);
  const pages = targets.flatMap((target, index) =>
    target.type === 'page' ? [{ ...target, order: index + 1 }] : [],
  );
  const head = element(
    'head',
    {},
    pages.length === 0
      ? null
      : element('smilCustomTest', {
          id: PAGE_TEST,
          defaultState: 'false',
          override: 'visible',
          bookStruct: 'PAGE_NUMBER',
        }),
    element('meta', { name: 'dtb:uid', content: identifier }),
    element('meta', { name: 'dtb:depth', content: depthOf(tree) }),
    element('meta', { name: 'dtb:generator', content: generator }),
    element('meta', { name: 'dtb:totalPageCount', content: pages.length }),
    element('meta', {
      name: 'dtb:maxPageNumber',
      content: Math.max(0, ...pages.map(({ label }) => Number(label))),
    }),
  );
  const pageList =
    pages.length === 0
      ? null
      : element(
          'pageList',
          {},
          pages.map(({ id, label, address, order }) =>
            element(
              'pageTarget',
              { id: `n-${id}`, type: 'normal', value: label, class: PAGE_TEST, playOrder: order },
              element('navLabel', {}, element('text', {}, label)),
              element('content', { src: address }),
            ),
          ),
        );
  const root = element(
    'ncx',
    {
      xmlns: 'http://www.daisy.org/z3986/2005/ncx/',
      version: '2005-1',
      'xml:lang': book.metadata.language,
    },
    head,
    element('docTitle', {}, ...labelOf(book.title.slice(0, 1), book.metadata.title, clips)),
    element(
      'navMap',
      {},
      tree.map((node) => navPoint(node, clips)),
    ),
    pageList,
  );
  return xmlDocument(root, { doctype: DOCTYPE });
}

function treeOf(targets: readonly NavTarget[]): readonly NavNode[] {
  const roots: NavNode[] = [];
  const open: NavNode[] = [];
  targets.forEach((target, index) => {
    if (target.type !== 'heading') return;
    const node: NavNode = { target, order: index + 1, children: [] };
    while (open.length > 0 && (open.at(-1)?.target.depth ?? 0) >= target.depth) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  });
  return roots;
}

function depthOf(nodes: readonly NavNode[]): number {
  return nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map((node) => depthOf(node.children)));
}

function navPoint({ target, order, children }: NavNode, clips: ReadonlyMap<string, Clip>): Xml {
  return element(
    'navPoint',
    { id: `n-${target.id}`, class: `h${Math.min(target.depth, 6)}`, playOrder: order },
    element('navLabel', {}, ...labelOf(target.heading, textOf(target.heading), clips)),
    element('content', { src: target.address }),
    children.map((child) => navPoint(child, clips)),
  );
}

/** The words, and the sound where one stretch says them all. */
function labelOf(
  sentences: readonly Sentence[],
  text: string,
  clips: ReadonlyMap<string, Clip>,
): readonly Xml[] {
  const spoken = sentences.flatMap((sentence) => clips.get(sentence.id) ?? []);
  const [first] = spoken;
  const last = spoken.at(-1);
  const words = element('text', {}, text);
  if (first === undefined || last === undefined || first.audio !== last.audio) return [words];
  return [words, audioOf({ ...first, end: last.end })];
}
