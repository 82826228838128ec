/** Cuts the front matter off a Markdown document. What is in it, is for others to read. */

export interface SplitDocument {
  /** The YAML between the two lines of hyphens; `null` where the document has none. */
  readonly frontMatter: string | null;
  /** The rest, with an empty line for each line that was cut off, so that line numbers stay true. */
  readonly body: string;
}

/**
 * Front matter starts on the first line with `---`, holds at least one `key:` at its start and ends with a line `---`.
 * Anything else that begins with hyphens is a rule in the text.
 */
export function splitFrontMatter(source: string): SplitDocument {
  const match = /^---[ \t]*\n((?:[ \t]*(?:#[^\n]*)?\n)*[\w-]+[ \t]*:[\s\S]*?)\n---[ \t]*(?:\n|$)/u.exec(
    source,
  );
  if (!match) return { frontMatter: null, body: source };
  const [whole, frontMatter = ''] = match;
  const lines = whole.split('\n').length - 1;
  return { frontMatter, body: '\n'.repeat(lines) + source.slice(whole.length) };
}
