/** What the page of licences says of one part. */

export interface Component {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier where there is one. */
  readonly licence: string;
  readonly homepage: string | null;
  /** `app`: it comes to the reader's device. `build`: it is asked when the app is built, and what it says may come. */
  readonly use: 'app' | 'build';
  /** The licence's text with its copyright notice, as its makers ship it. */
  readonly text: string;
}
