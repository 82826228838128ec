/** What is being typed on the page for one's own documents, as it survives a reload. */

export interface Draft {
  readonly title: string;
  readonly text: string;
}

export const EMPTY_DRAFT: Draft = { title: '', text: '' };

/** Text for keeping; empty where there is nothing to keep. */
export function serializeDraft({ title, text }: Draft): string {
  return title === '' && text === '' ? '' : JSON.stringify([title, text]);
}

/** What was kept. Anything that isn't a draft of ours counts as the text itself, so that nothing is lost. */
export function parseDraft(kept: string): Draft {
  try {
    const value: unknown = JSON.parse(kept);
    if (Array.isArray(value) && value.length === 2) {
      const [title, text]: readonly unknown[] = value;
      if (typeof title === 'string' && typeof text === 'string') return { title, text };
    }
  } catch {
    // Not JSON: the text as it stands.
  }
  return { title: '', text: kept };
}
