/** Builds the wall into `dist/wall`: alone, so that a television loads nothing of the desk. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const OWN_MODULE = /^(?!.*node_modules).*\.tsx?$/;

const server = `http://127.0.0.1:${process.env['LIANXIN_PORT'] ?? '8080'}`;

export default defineConfig({
  root: import.meta.dirname,
  base: '/wall/',
  plugins: [react()],
  build: {
    outDir: '../../dist/wall',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    rolldownOptions: {
      // Our modules do nothing but offer something: what of a public entry nobody asks for stays out.
      treeshake: { moduleSideEffects: [{ test: OWN_MODULE, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': server } },
});
