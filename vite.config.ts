import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentPlugin } from './src/build/content-plugin.ts';
import { dictionaryBytes } from './src/build/dictionary.ts';

// The finished site is made by src/build/build.ts, which calls Vite with this configuration.
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

export default defineConfig({
  define: {
    __APP_VERSION__: JSON.stringify(version),
    __DICTIONARY_BYTES__: String(dictionaryBytes(import.meta.dirname)),
  },
  plugins: [react(), contentPlugin()],
  resolve: {
    alias: [
      {
        // Its browser build asks a document for named characters, and a worker has none.
        find: /^decode-named-character-reference$/,
        replacement: fileURLToPath(
          new URL('node_modules/decode-named-character-reference/index.js', import.meta.url),
        ),
      },
    ],
  },
  publicDir: 'public',
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsInlineLimit: 0,
    manifest: true,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { main: 'index.html' }, checks: { pluginTimings: false } },
  },
  worker: { format: 'es', plugins: () => [contentPlugin()] },
});
