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

export interface LinkProps {
  readonly href: string;
  readonly onClick: (event: {
    preventDefault(): void;
    ctrlKey: boolean;
    metaKey: boolean;
    shiftKey: boolean;
  }) => void;
}

/** Makes an in-app link: a real address, followed without a page load. */
export type Link = (address: string) => LinkProps;
