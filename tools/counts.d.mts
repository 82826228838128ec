export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}
export function formatCount(count: Count): string;
export function sum(counts: readonly Count[]): Count;
export function countVitest(report: unknown, code: number): Count;
export function countPlaywright(report: unknown, code: number): Count;
