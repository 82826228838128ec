const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;
const GIGABYTE = 1000 * MEGABYTE;

/** A number of bytes as people say it: `2.1 GB`, `17 MB`, `4.5 MB`, `840 KB`; never less than 1 KB. `language` is BCP 47. */
export function sizeText(bytes: number, language: string): string {
  if (bytes < MEGABYTE) return formatter(language, 'kilobyte', 0).format(Math.max(1, bytes / KILOBYTE));
  const [unit, value] =
    bytes < GIGABYTE ? (['megabyte', bytes / MEGABYTE] as const) : (['gigabyte', bytes / GIGABYTE] as const);
  return formatter(language, unit, value < 10 ? 1 : 0).format(value);
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
