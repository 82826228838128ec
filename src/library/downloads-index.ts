/** What can be brought onto the device besides the app: the books to take along, as the build lists them. */

/** EPUB 3, the two DAISY standards as ZIP, and sound alone as a ZIP of MP3 files. */
export const DOWNLOAD_FORMATS = ['epub', 'daisy202', 'daisy3', 'audio'] as const;

export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

export interface DownloadFile {
  readonly format: DownloadFormat;
  /** On the site: `/downloads/plan-2.epub`. The same for every edition of the book. */
  readonly address: string;
  readonly bytes: number;
  /** Of the whole file, in lower-case hexadecimal: it names the edition. */
  readonly sha256: string;
}

export interface BookDownloads {
  /** How long its sound is, in seconds; `null` for a book of text alone. */
  readonly seconds: number | null;
  /** Where the list of its recordings is, as `RecordedBook`; `null` for a book of text alone. */
  readonly recorded: string | null;
  readonly files: readonly DownloadFile[];
}

export interface DownloadsIndex {
  readonly version: 1;
  /** By the books' ids. */
  readonly books: Readonly<Record<string, BookDownloads>>;
}

/** The folder of the site, and the list within it. */
export const DOWNLOADS_PATH = '/downloads/';
export const DOWNLOADS_INDEX = `${DOWNLOADS_PATH}index.json`;

const ADDRESS = /^\/downloads\/[\w-]+\.(?:epub|zip)$/u;
const SHA256 = /^[0-9a-f]{64}$/u;

/** What the list says of a book: no files where it doesn't know the book; `null` where the value is no such list. */
export function parseBookDownloads(value: unknown, book: string): BookDownloads | null {
  const { version, books } = recordOf(value);
  if (version !== 1 || typeof books !== 'object' || books === null) return null;
  if (!Object.hasOwn(books, book)) return { seconds: null, recorded: null, files: [] };
  const { seconds, recorded, files } = recordOf(recordOf(books)[book]);
  if (!Array.isArray(files)) return null;
  const parsed = (files as readonly unknown[]).map(parseFile);
  if (parsed.includes(null)) return null;
  return {
    seconds: typeof seconds === 'number' && seconds > 0 ? seconds : null,
    recorded: typeof recorded === 'string' ? recorded : null,
    files: parsed.filter((file) => file !== null),
  };
}

function parseFile(value: unknown): DownloadFile | null {
  const { format, address, bytes, sha256 } = recordOf(value);
  const known = DOWNLOAD_FORMATS.find((one) => one === format);
  if (known === undefined || typeof address !== 'string' || !ADDRESS.test(address)) return null;
  if (typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes <= 0) return null;
  if (typeof sha256 !== 'string' || !SHA256.test(sha256)) return null;
  return { format: known, address, bytes, sha256 };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
