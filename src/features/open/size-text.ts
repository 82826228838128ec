const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;

/** A number of bytes as people say it: `17 MB`, `3.1 MB`, `840 KB`; never less than 1 KB. `language` is BCP 47. */
export function sizeText(bytes: number, language: string): string {
  const mega = bytes >= MEGABYTE;
  const value = mega ? bytes / MEGABYTE : Math.max(1, bytes / KILOBYTE);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: mega && value < 10 ? 1 : 0,
  }).format(value);
}
