/** From a document's flat headings to sections below sections. */
import type { Heading, RootContent } from 'mdast';
import type { Section } from '../../book/book.ts';
import { textOf } from '../../book/text.ts';
import { type FlatSection, nestSections } from '../section-tree.ts';
import { readBlocks } from './blocks.ts';
import { HEADING_ID, type MarkdownContext, report, sentencesFrom } from './context.ts';
import { readPhrasing } from './inline.ts';

/**
 * The ids that authors gave their headings (`{#id}`, cut off the headings here). They are claimed before any id is
 * made, so that none is taken away by chance.
 */
export function claimHeadingIds(
  context: MarkdownContext,
  nodes: readonly RootContent[],
): ReadonlyMap<Heading, string> {
  const ids = new Map<Heading, string>();
  for (const node of nodes) {
    const last = node.type === 'heading' ? node.children.at(-1) : undefined;
    if (node.type !== 'heading' || last?.type !== 'text') continue;
    const id = HEADING_ID.exec(last.value)?.[1];
    if (id === undefined) continue;
    last.value = last.value.replace(HEADING_ID, '');
    if (context.ids.claim(id)) ids.set(node, id);
    else report(context, 'heading-id-replaced', node, id);
  }
  return ids;
}

/**
 * The top sections. Text before the first heading is a section without a heading; page breaks alone are not, they
 * belong to the section that follows.
 */
export function readSections(
  context: MarkdownContext,
  nodes: readonly RootContent[],
  ids: ReadonlyMap<Heading, string>,
): Section[] {
  const [before = [], ...parts] = partsOf(nodes);
  const intro = readBlocks(context, before);
  const onlyPages = parts.length > 0 && intro.every((block) => block.type === 'page-break');
  const flat: FlatSection[] = [];
  if (intro.length > 0 && !onlyPages) {
    flat.push({ level: 0, id: context.ids.section(''), heading: [], blocks: intro });
  }
  parts.forEach(([heading, ...rest], index) => {
    if (heading?.type !== 'heading') return;
    const section = readSection(context, heading, rest, ids);
    flat.push(index === 0 && onlyPages ? { ...section, blocks: [...intro, ...section.blocks] } : section);
  });
  // Text before the first heading stands beside the first section, never above it.
  const [first, ...others] = flat;
  if (first?.level !== 0) return nestSections(flat);
  return [...nestSections([first]), ...nestSections(others)];
}

/** The nodes before the first heading, then each heading with what follows it. */
function partsOf(nodes: readonly RootContent[]): RootContent[][] {
  const parts: RootContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'heading') parts.push([]);
    parts.at(-1)?.push(node);
  }
  return parts;
}

function readSection(
  context: MarkdownContext,
  node: Heading,
  nodes: readonly RootContent[],
  ids: ReadonlyMap<Heading, string>,
): FlatSection {
  const heading = sentencesFrom(context, readPhrasing(context, node.children));
  const id = ids.get(node) ?? context.ids.section(textOf(heading));
  return { level: node.depth, id, heading, blocks: readBlocks(context, nodes) };
}
