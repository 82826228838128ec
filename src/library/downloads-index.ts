/** What can be brought onto the device besides the app: the books to take along, as the build lists them. */

/** EPUB 3, the two DAISY standards as ZIP, and sound alone as a ZIP of MP3 files. */
export const DOWNLOAD_FORMATS = ['epub', 'daisy202', 'daisy3', 'audio'] as const;

export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** A file of the site as it can be kept on the device. */
export interface SiteFile {
  /** On the site, with a leading slash. */
  readonly address: string;
  readonly bytes: number;
  /** Of the whole file, in lower-case hexadecimal: it names the edition. */
  readonly sha256: string;
}

/** Its address (`/downloads/plan-2.epub`) is the same for every edition of the book. */
export interface DownloadFile extends SiteFile {
  readonly format: DownloadFormat;
}

/** The list of a book's recordings (`RecordedBook`), and how much sound it lists. Its address changes with its content. */
export interface RecordedDownload extends SiteFile {
  /** Bytes of all the recordings together. */
  readonly sound: number;
}

export interface BookDownloads {
  /** How long its sound is, in seconds; `null` for a book of text alone. */
  readonly seconds: number | null;
  /** `null` for a book of text alone. */
  readonly recorded: RecordedDownload | null;
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
const LIST_ADDRESS = /^\/audio\/[\w-]+\/[\w-]+-clips\.json$/u;
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
    recorded: parseRecorded(recorded),
    files: parsed.filter((file) => file !== null),
  };
}

/** A book's recordings as the list names them. */
export interface BookSound {
  readonly book: string;
  readonly seconds: number | null;
  readonly list: RecordedDownload;
}

/** All the books that are recorded, in the list's order; `null` where the value is no such list. */
export function parseRecordings(value: unknown): readonly BookSound[] | null {
  const { version, books } = recordOf(value);
  if (version !== 1 || typeof books !== 'object' || books === null) return null;
  return Object.entries(books).flatMap(([book, downloads]) => {
    const { seconds, recorded } = recordOf(downloads);
    const list = parseRecorded(recorded);
    if (list === null) return [];
    return [{ book, seconds: typeof seconds === 'number' && seconds > 0 ? seconds : null, list }];
  });
}

function parseFile(value: unknown): DownloadFile | null {
  const { format } = recordOf(value);
  const known = DOWNLOAD_FORMATS.find((one) => one === format);
  const file = parseSiteFile(value, ADDRESS);
  return known === undefined || file === null ? null : { format: known, ...file };
}

/** `null` also where it can't be understood: the book is then one that its reader hears in the device's voice. */
function parseRecorded(value: unknown): RecordedDownload | null {
  const { sound } = recordOf(value);
  const list = parseSiteFile(value, LIST_ADDRESS);
  return list === null || !isSize(sound) ? null : { ...list, sound };
}

function parseSiteFile(value: unknown, form: RegExp): SiteFile | null {
  const { address, bytes, sha256 } = recordOf(value);
  if (typeof address !== 'string' || !form.test(address) || !isSize(bytes)) return null;
  return typeof sha256 === 'string' && SHA256.test(sha256) ? { address, bytes, sha256 } : null;
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
