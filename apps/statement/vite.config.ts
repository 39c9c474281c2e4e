/** Builds the script of households' readable files into one piece that needs nothing else. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: 'dist/statement',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: 'features/relocation/portal/offline/main.ts',
      output: { format: 'iife', entryFileNames: 'statement.js' },
    },
  },
});
