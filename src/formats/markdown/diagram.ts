/**
 * A drawing written as a fenced code block with the info `diagram`: a line `caption: …` that says in words what the
 * drawing shows, then its boxes as a list with two spaces for each level. Labels may hold `{base|reading}`.
 */
import type { Code } from 'mdast';
import type { Diagram, DiagramNode } from '../../book/book.ts';
import { type MarkdownContext, report } from './context.ts';
import { sentencesOfNotation } from './inline.ts';

interface DraftNode {
  readonly label: string;
  readonly children: DraftNode[];
}

/** The drawing, or `null` where the block holds no list; the reader then shows the block as it stands. */
export function readDiagram(context: MarkdownContext, node: Code): Diagram | null {
  const lines = node.value.split('\n');
  const caption = /^caption:\s*(.*)$/u.exec(lines[0] ?? '')?.[1]?.trim() ?? '';
  const drafts = readList(lines.slice(caption === '' ? 0 : 1));
  if (drafts === null) {
    report(context, 'diagram-malformed', node, node.value);
    return null;
  }
  if (caption === '') report(context, 'diagram-malformed', node, 'caption:');
  return {
    type: 'diagram',
    caption: sentencesOfNotation(context, caption),
    nodes: drafts.map((draft) => readNode(context, draft)),
  };
}

/** The list's items by their indentation, no level skipped; `null` where a line is no item, or none is. */
function readList(lines: readonly string[]): DraftNode[] | null {
  const top: DraftNode[] = [];
  const levels: DraftNode[][] = [top];
  for (const line of lines) {
    if (line.trim() === '' || /^caption:\s*$/u.test(line)) continue;
    const [, indent = '', label] = /^( *)[-*] +(\S.*)$/u.exec(line) ?? [];
    if (label === undefined) return null;
    const depth = Math.min(Math.floor(indent.length / 2), levels.length - 1);
    const item: DraftNode = { label: label.trim(), children: [] };
    levels[depth]?.push(item);
    levels.splice(depth + 1, levels.length, item.children);
  }
  return top.length > 0 ? top : null;
}

function readNode(context: MarkdownContext, draft: DraftNode): DiagramNode {
  const label = sentencesOfNotation(context, draft.label);
  return { label, children: draft.children.map((child) => readNode(context, child)) };
}
