export function contentType(path: string): string;
export function isCompressible(type: string): boolean;
export function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null;
