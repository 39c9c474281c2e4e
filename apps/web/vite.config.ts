/** Builds the desk into `dist/web`, which the server hands out below /desk. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

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
    // Ant Design stands in one file that hardly ever changes.
    chunkSizeWarningLimit: 1_400,
  },
  server: { proxy: { '/api': server } },
});
