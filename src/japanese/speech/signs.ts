/** The signs that stand between two ends, as parts of patterns. */
export const TILDE = '[〜～~]';
export const DASH = '[-–—−‐‑]';
