/** Books that are made on the device: of the reader's own documents, and of plans with corrected readings. */

/** Sound alone can't be made of text alone. */
export const MADE_FORMATS = ['epub', 'daisy202', 'daisy3'] as const;

export type MadeFormat = (typeof MADE_FORMATS)[number];

export interface MadeFile {
  readonly name: string;
  readonly content: Blob;
}

/** Makes the book; rejects where that fails. */
export type MakeBook = (format: MadeFormat) => Promise<MadeFile>;
