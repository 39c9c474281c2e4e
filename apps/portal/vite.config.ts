/** Builds the portal's stylesheet and islands into `dist/portal`; pages themselves are made by the server. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root,
  base: '/portal/',
  publicDir: false,
  build: {
    outDir: 'dist/portal',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: false,
    // A map is loaded on demand only; it is as large as it is.
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: [
        'ui/portal/portal.css',
        'ui/portal/dark.css',
        'features/matters/portal/islands/main.ts',
        'features/places/portal/plans.css',
        'features/relocation/portal/compensation.css',
      ],
    },
  },
  worker: { format: 'es' },
});
