/** Where the reader left off in one book. */
export interface ShelfPlace {
  readonly id: string;
  /** In ruby notation. */
  readonly title: string;
  /** How much of the book lies behind, 0 to 1. */
  readonly fraction: number;
  /** Minutes of listening that are left, or `null` where it isn't known. */
  readonly minutesLeft: number | null;
}

export interface ShelfDocument {
  readonly id: string;
  readonly title: string;
}
