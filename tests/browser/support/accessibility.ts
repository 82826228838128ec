/** The browser's accessibility tree, as assistive technology gets it. */
import type { Page } from '@playwright/test';

/** All text within the first element that `selector` finds, in order, as the accessibility tree holds it. */
export async function accessibleTexts(page: Page, selector: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { node } = await session.send('DOM.describeNode', { nodeId });
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((each) => [each.nodeId, each]));
    const texts: string[] = [];
    const visit = (id: string): void => {
      const found = byId.get(id);
      if (found === undefined) return;
      if (found.role?.value === 'StaticText' && found.ignored !== true) {
        texts.push(String(found.name?.value ?? ''));
        return;
      }
      for (const child of found.childIds ?? []) visit(child);
    };
    const start = nodes.find((each) => each.backendDOMNodeId === node.backendNodeId);
    if (start !== undefined) visit(start.nodeId);
    return texts.join('');
  } finally {
    await session.detach();
  }
}
