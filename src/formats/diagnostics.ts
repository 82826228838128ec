/** What a reader of a format says about a document that it could read, but not wholly as it was written. */

export type DiagnosticCode =
  /** Braces that are not `{base|reading}`; they are shown as they stand. */
  | 'ruby-malformed'
  /** HTML in a Markdown document; its source is shown as text. */
  | 'html-shown-as-text'
  /** An address that a book may not point to; the link's words are kept. */
  | 'link-dropped'
  /** An image from elsewhere, or one inside a line; its alternative text is shown instead. */
  | 'image-shown-as-text'
  /** A heading's `{#id}` that is no id, or is taken; another was made. */
  | 'heading-id-replaced'
  /** A drawing without a list of boxes, shown as it stands, or one without a caption. */
  | 'diagram-malformed'
  /** Lists or quotes nested deeper than the app shows; their text is kept, the inner structure is not. */
  | 'nested-too-deep';

export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** The line in the source, counted from 1; `null` where it isn't known. */
  readonly line: number | null;
  /** The text that is meant, shortened. Not for the reader's eyes as it stands: it is data. */
  readonly detail: string;
}

/** Why a document could not be read at all. */
export type ReadError = { readonly code: 'empty' };

const DETAIL_LENGTH = 80;

/** A diagnostic with its detail cut to a length that fits a list. */
export function diagnostic(code: DiagnosticCode, line: number | null, detail: string): Diagnostic {
  return {
    code,
    line,
    detail: detail.length > DETAIL_LENGTH ? `${detail.slice(0, DETAIL_LENGTH)}…` : detail,
  };
}
