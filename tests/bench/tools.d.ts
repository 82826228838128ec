// The commands' own modules are plain JavaScript: they run before TypeScript is there.
declare module '*/tools/build.mjs' {
  /** The folder of the finished app, absolute. */
  export const dist: string;
  /** Resolves with whether there is an up-to-date build. */
  export function build(options?: { always?: boolean; isChecked?: boolean }): Promise<boolean>;
}

declare module '*/tools/serve.mjs' {
  /** Answers requests out of the folder. */
  export function createHandler(folder: string): import('node:http').RequestListener;
  export function serve(options: {
    folder: string;
    port: number;
  }): Promise<{ readonly port: number; readonly close: () => void }>;
}

declare module 'foliate-js/view.js';
