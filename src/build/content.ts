/**
 * From `content/` to books with readings: the same pipeline that a reader's own document goes through, run once when
 * the app is built. Throws a `ContentError` that names the file and every problem, so that a broken plan never ships.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book, Ruby, Sentence } from '../book/book.ts';
import { createIds } from '../book/ids.ts';
import { toRubyNotation } from '../book/ruby-notation.ts';
import { bookCharacters, listeningMinutes, readingMinutes } from '../book/text.ts';
import { sentencesOf } from '../book/walk.ts';
import { readMarkdown } from '../formats/markdown/read-markdown.ts';
import { createSentences } from '../formats/sentences.ts';
import { addReadings, sentencesWithoutReading } from '../japanese/add-readings.ts';
import type { ReadingEngine } from '../japanese/readings.ts';
import type { CatalogEntry } from '../library/catalog.ts';
import { isRecorded } from '../press/recordings.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { createNodeReadingEngine, LexiconFault, loadLexicon, type NodeLexicon } from './node-engine.ts';

export interface BuiltBook {
  readonly entry: CatalogEntry;
  readonly book: Book;
  readonly frontMatter: FrontMatter;
  readonly json: string;
}

export interface BuiltContent {
  readonly books: readonly BuiltBook[];
  readonly lexicon: string;
}

export class ContentError extends Error {
  override readonly name = 'ContentError';
}

/** Reads `content/` below `root` and works out every reading. */
export async function buildContent(root: string): Promise<BuiltContent> {
  const lexicon = await lexiconOf(root);
  const engine = await createNodeReadingEngine(root, { lexicon: lexicon.entries, secondOpinion: true });
  const sources = await Promise.all(
    (await contentFiles(root)).map(async (path) => ({
      path,
      text: await readFile(join(root, path), 'utf8'),
    })),
  );
  const books: BuiltBook[] = [];
  for (const source of sources) books.push(await buildBook(source, engine));
  const ids = new Set(books.map((built) => built.entry.id));
  return {
    lexicon: lexicon.csv,
    books: books.map((built) => ({ ...built, entry: { ...built.entry, otherEdition: other(built, ids) } })),
  };
}

async function lexiconOf(root: string): Promise<NodeLexicon> {
  try {
    return await loadLexicon(root);
  } catch (cause) {
    throw cause instanceof LexiconFault ? new ContentError(cause.message, { cause }) : cause;
  }
}

async function contentFiles(root: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const folder of ['content/plans', 'content/pages']) {
    const names = await readdir(join(root, folder));
    files.push(...names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`));
  }
  return files.sort();
}

async function buildBook(source: { path: string; text: string }, engine: ReadingEngine): Promise<BuiltBook> {
  const fail = (problems: readonly string[]): never => {
    throw new ContentError(
      `${source.path} can't be published:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  };
  const read = readMarkdown(source.text, { id: 'unnamed' });
  if (!read.ok) return fail([read.error.code]);
  if (read.diagnostics.length > 0) {
    return fail(read.diagnostics.map((diagnostic) => `line ${diagnostic.line}: ${diagnostic.code}`));
  }
  if (read.frontMatter === null) return fail(['front matter is missing']);
  const parsed = parseFrontMatter(read.frontMatter);
  if (!parsed.ok) return fail(parsed.errors.map((error) => `${error.path}: ${error.message}`));
  const frontMatter = parsed.value;

  const drafted: Book = {
    ...read.book,
    id: frontMatter.id,
    metadata: {
      title: frontMatter.title,
      language: frontMatter.language,
      statement: frontMatter.statement,
      creators: ['ともよみ'],
      publisher: 'ともよみ',
      source: `${frontMatter.source.publisher}「${frontMatter.source.title}」（${frontMatter.source.found}に確認）`,
    },
    title: titleSentences(frontMatter),
  };
  const needless = await needlessReadings(drafted, engine);
  if (needless.length > 0) return fail(needless.map((ruby) => `${ruby} is read so without its braces`));
  const book = await addReadings(drafted, engine);
  const unread = sentencesWithoutReading(book);
  if (unread.length > 0) {
    return fail(
      unread.map(
        ({ sentence, char, offset }) => `no reading for ${char} at ${offset} in sentence ${sentence}`,
      ),
    );
  }
  const json = JSON.stringify(book);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
  const notation = async (text: string): Promise<string> => {
    const { ruby } = await engine.read(text);
    return toRubyNotation(text, ruby);
  };
  return {
    book,
    frontMatter,
    json,
    entry: {
      id: book.id,
      kind: frontMatter.kind,
      edition: frontMatter.edition,
      otherEdition: null,
      title: await notation(frontMatter.title),
      shortTitle: await notation(frontMatter.shortTitle),
      summary: await notation(frontMatter.summary),
      plan:
        frontMatter.plan === null
          ? null
          : {
              number: frontMatter.plan.number,
              start: frontMatter.plan.start,
              end: frontMatter.plan.end,
              era: await notation(frontMatter.plan.era),
              state: frontMatter.plan.state,
              stateNote: await notation(frontMatter.plan.stateNote),
            },
      minutesToRead: readingMinutes(bookCharacters(book)),
      minutesToListen: listeningMinutes(book),
      sentences: sentencesOf(book).length,
      recorded: isRecorded(book.id),
      address: `/books/${book.id}.${hash}.json`,
    },
  };
}

/** The braces that ask for what the engine reads anyway: they would keep the kanji from the voice for nothing. */
async function needlessReadings(book: Book, engine: ReadingEngine): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { sentence } of sentencesOf(book)) {
    const { text } = sentence;
    for (const ruby of sentence.ruby) {
      const others = sentence.ruby.filter((other) => other !== ruby);
      const without = await engine.read(text, { author: others });
      const asked = await engine.read(text, { author: sentence.ruby });
      if (kanaOf(text, without.ruby) === kanaOf(text, asked.ruby))
        found.push(`{${text.slice(ruby.start, ruby.end)}|${ruby.reading}}`);
    }
  }
  return found;
}

function kanaOf(text: string, ruby: readonly Ruby[]): string {
  let kana = '';
  let at = 0;
  for (const { start, end, reading } of ruby) {
    kana += text.slice(at, start) + reading;
    at = end;
  }
  return kana + text.slice(at);
}

/** The title as it stands, then what is spoken after it: that this is a summary, not the plan itself. */
function titleSentences(frontMatter: FrontMatter): readonly Sentence[] {
  const ids = createIds('t');
  const [title] = createSentences({ text: frontMatter.title, marks: [], ruby: [] }, ids);
  return [
    ...(title === undefined ? [] : [title]),
    ...createSentences({ text: frontMatter.spokenStatement, marks: [], ruby: [] }, ids),
  ];
}

function other(built: BuiltBook, ids: ReadonlySet<string>): string | null {
  const { id, edition } = built.entry;
  const sought = edition === 'easy' ? id.replace(/-easy$/u, '') : `${id}-easy`;
  return sought !== id && ids.has(sought) ? sought : null;
}
