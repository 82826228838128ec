const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;

/** A number of bytes as people say it: `17 MB`, `4.5 MB`, `840 KB`; never less than 1 KB. `language` is BCP 47. */
export function sizeText(bytes: number, language: string): string {
  const mega = bytes >= MEGABYTE;
  const value = mega ? bytes / MEGABYTE : Math.max(1, bytes / KILOBYTE);
  return formatter(language, mega ? 'megabyte' : 'kilobyte', mega && value < 10 ? 1 : 0).format(value);
}

/** Kept, because making one takes longer than a step of a progress bar may. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: string, unit: string, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${language} ${unit} ${maximumFractionDigits}`;
  const made =
    formatters.get(key) ?? new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits });
  formatters.set(key, made);
  return made;
}
