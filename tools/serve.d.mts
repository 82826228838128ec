import type { RequestListener } from 'node:http';

export class ServeError extends Error {}
export function createHandler(folder: string): RequestListener;
export function serve(options: {
  folder: string;
  port: number;
}): Promise<{ port: number; close: () => void }>;
export function parsePort(text: string): number;
