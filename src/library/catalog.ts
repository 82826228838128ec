/** What the shelf knows of a bundled book before the book itself is there. Made by the build from `content/`. */
export interface CatalogEntry {
  readonly id: string;
  readonly kind: 'plan' | 'page';
  readonly edition: 'standard' | 'easy';
  /** The id of the same text in the other edition, or `null` where there is none. */
  readonly otherEdition: string | null;
  /** In ruby notation. */
  readonly title: string;
  /** In ruby notation. */
  readonly shortTitle: string;
  /** One line for the shelf, in ruby notation. */
  readonly summary: string;
  readonly plan: PlanFacts | null;
  /** Minutes of quiet reading, at 400 characters a minute. */
  readonly minutesToRead: number;
  /** Minutes of listening at the usual speed. */
  readonly minutesToListen: number;
  readonly sentences: number;
  /** Whether it is among the books that a voice has been recorded for. */
  readonly recorded: boolean;
  /** Where the book is fetched from, with its content's hash in the name. */
  readonly address: string;
}

/** The plan's own facts. Years are fiscal years (April to March), Gregorian. */
export interface PlanFacts {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** The same years as the plan itself counts them, in ruby notation: 令和3〜5年度. */
  readonly era: string;
  readonly state: 'ended';
  /** In ruby notation. */
  readonly stateNote: string;
}

/** The entry of a bundled book, or `null`. */
export function catalogEntry(catalog: readonly CatalogEntry[], id: string): CatalogEntry | null {
  return catalog.find((entry) => entry.id === id) ?? null;
}

/** The plans in the given edition, the newest first. */
export function plansOf(
  catalog: readonly CatalogEntry[],
  edition: 'standard' | 'easy',
): readonly (CatalogEntry & { readonly plan: PlanFacts })[] {
  const plans: (CatalogEntry & { readonly plan: PlanFacts })[] = [];
  for (const entry of catalog) {
    if (entry.plan !== null && entry.edition === edition) plans.push({ ...entry, plan: entry.plan });
  }
  return plans.sort((a, b) => b.plan.number - a.plan.number);
}
