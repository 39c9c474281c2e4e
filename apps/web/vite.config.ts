/** Builds the desk into `dist/web`, which the server hands out below /desk. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const OWN_MODULE = /^(?!.*node_modules).*\.tsx?$/;

const server = `http://127.0.0.1:${process.env['LIANXIN_PORT'] ?? '8080'}`;

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // MapLibre stands in one file that hardly ever changes.
    chunkSizeWarningLimit: 1_400,
    rolldownOptions: {
      // Our modules do nothing but offer something: what of a public entry nobody asks for stays out.
      treeshake: { moduleSideEffects: [{ test: OWN_MODULE, sideEffects: false }] },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // What the first screen needs comes in two files, of which one changes with us and one does not:
          // to fetch and begin each of seventy took a slow machine a third of the time.
          groups: [
            { name: 'base', tags: ['$initial'], test: /node_modules/, priority: 1 },
            { name: 'desk', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server } },
});
