/** What stands above a bundled text in `content/`: its facts in YAML, checked key by key so that no typing error ships. */
import { parseDocument } from 'yaml';

/** The facts of a plan. Years are fiscal years (April to March), Gregorian. */
export interface PlanFrontMatter {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** The same years in the era's count, as the plan itself has them: 令和3〜5年度. */
  readonly era: string;
  readonly state: 'ended';
  /** The state in a sentence, with its date. */
  readonly stateNote: string;
}

/** Where the text's facts come from. */
export interface SourceFrontMatter {
  readonly title: string;
  readonly publisher: string;
  /** The day on which the source was read, `YYYY-MM-DD`. */
  readonly found: string;
}

/** A document of the council's, by the name and the size that its page gives. */
export interface PdfFrontMatter {
  readonly name: string;
  readonly size: string;
}

export interface FrontMatter {
  readonly id: string;
  readonly kind: 'plan' | 'page';
  readonly edition: 'standard' | 'easy';
  readonly title: string;
  readonly shortTitle: string;
  /** BCP 47. */
  readonly language: string;
  /** What this text is and is not. */
  readonly statement: string;
  /** What is spoken after the title: the statement in short, whole sentences. */
  readonly spokenStatement: string;
  readonly summary: string;
  /** `null` for a page; never for a plan. */
  readonly plan: PlanFrontMatter | null;
  readonly source: SourceFrontMatter;
  /** Empty where the text names none. */
  readonly pdfs: readonly PdfFrontMatter[];
}

/** What is wrong, for the author of the text. `path` leads there (`plan.start`, `pdfs[2].name`); empty for the whole. */
export interface FrontMatterError {
  readonly path: string;
  readonly message: string;
}

export type FrontMatterResult =
  | { readonly ok: true; readonly value: FrontMatter }
  | { readonly ok: false; readonly errors: readonly FrontMatterError[] };

const KEYS =
  'id kind edition title short-title language statement spoken-statement summary plan source pdfs'.split(' ');

/** Reads the YAML between the hyphens. All problems are found at once, not only the first. */
export function parseFrontMatter(yaml: string): FrontMatterResult {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) {
    return { ok: false, errors: document.errors.map((error) => ({ path: '', message: error.message })) };
  }
  const errors: FrontMatterError[] = [];
  const top = fieldsOf(document.toJS() as unknown, '', KEYS, errors);
  const kind = top.choice('kind', ['plan', 'page']);
  const value: FrontMatter = {
    id: top.matching('id', /^[a-z][a-z0-9-]*$/u, 'small letters, digits and hyphens'),
    kind,
    edition: top.choice('edition', ['standard', 'easy']),
    title: top.text('title'),
    shortTitle: top.text('short-title'),
    language: top.matching('language', /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u, 'a language tag such as ja'),
    statement: top.text('statement'),
    spokenStatement: top.matching('spoken-statement', /。$/u, 'whole sentences, ended by 。'),
    summary: top.text('summary'),
    plan: kind === 'page' && !top.has('plan') ? null : parsePlan(top.value('plan'), errors),
    source: parseSource(top.value('source'), errors),
    pdfs: top.has('pdfs') ? parsePdfs(top.value('pdfs'), errors) : [],
  };
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value };
}

function parsePlan(value: unknown, errors: FrontMatterError[]): PlanFrontMatter {
  const fields = fieldsOf(value, 'plan', 'number start end era state state-note'.split(' '), errors);
  const plan: PlanFrontMatter = {
    number: fields.integer('number', 1),
    start: fields.integer('start', 1900),
    end: fields.integer('end', 1900),
    era: fields.text('era'),
    state: fields.choice('state', ['ended']),
    stateNote: fields.text('state-note'),
  };
  if (plan.end < plan.start) errors.push({ path: 'plan.end', message: 'is before plan.start' });
  return plan;
}

function parseSource(value: unknown, errors: FrontMatterError[]): SourceFrontMatter {
  const fields = fieldsOf(value, 'source', ['title', 'publisher', 'found'], errors);
  const found = fields.matching('found', /^\d{4}-\d{2}-\d{2}$/u, 'a day written YYYY-MM-DD');
  return { title: fields.text('title'), publisher: fields.text('publisher'), found };
}

function parsePdfs(value: unknown, errors: FrontMatterError[]): PdfFrontMatter[] {
  if (!Array.isArray(value)) {
    errors.push({ path: 'pdfs', message: 'must be a list' });
    return [];
  }
  return value.map((item: unknown, index) => {
    const fields = fieldsOf(item, `pdfs[${index}]`, ['name', 'size'], errors);
    return { name: fields.text('name'), size: fields.text('size') };
  });
}

interface Fields {
  readonly has: (key: string) => boolean;
  readonly value: (key: string) => unknown;
  readonly text: (key: string) => string;
  readonly integer: (key: string, least: number) => number;
  readonly choice: <T extends string>(key: string, choices: readonly [T, ...T[]]) => T;
  readonly matching: (key: string, pattern: RegExp, meaning: string) => string;
}

/** Typed access to a mapping; notes a problem and gives a stand-in where a value is wrong, so that reading goes on. */
function fieldsOf(value: unknown, path: string, keys: readonly string[], errors: FrontMatterError[]): Fields {
  const prefix = path === '' ? '' : `${path}.`;
  const note = (key: string, message: string): void => {
    errors.push({ path: prefix + key, message });
  };
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMapping) errors.push({ path, message: value === undefined ? 'is missing' : 'must be a mapping' });
  const entries = new Map<string, unknown>(isMapping ? Object.entries(value) : []);
  for (const key of entries.keys()) if (!keys.includes(key)) note(key, 'is not a known key');

  // Where the mapping itself is missing, that is said once, not again for each of its keys.
  const noteValue = (key: string, message: string): void => {
    if (isMapping) note(key, entries.has(key) ? message : 'is missing');
  };
  const text = (key: string): string => {
    const found = entries.get(key);
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
    noteValue(key, 'must be a text');
    return '';
  };
  return {
    has: (key) => entries.has(key),
    value: (key) => entries.get(key),
    text,
    integer: (key, least) => {
      const found = entries.get(key);
      if (typeof found === 'number' && Number.isInteger(found) && found >= least) return found;
      noteValue(key, `must be a whole number from ${least}`);
      return 0;
    },
    choice: (key, choices) => {
      const found = entries.get(key);
      const choice = choices.find((one) => one === found);
      if (choice !== undefined) return choice;
      noteValue(key, `must be one of: ${choices.join(', ')}`);
      return choices[0];
    },
    matching: (key, pattern, meaning) => {
      const found = text(key);
      if (found !== '' && !pattern.test(found)) note(key, `must be ${meaning}`);
      return found;
    },
  };
}
