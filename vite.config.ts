import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentPlugin } from './src/build/content-plugin.ts';

// The finished site is made by src/build/build.ts, which calls Vite with this configuration.
export default defineConfig({
  plugins: [react(), contentPlugin()],
  publicDir: 'public',
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsInlineLimit: 0,
    manifest: true,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { main: 'index.html' } },
  },
  worker: { format: 'es' },
});
