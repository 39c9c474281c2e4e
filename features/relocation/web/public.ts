/** What relocation offers the desk: compensation schemes, read, written, compared and published. */
import type { Role } from '#kernel/role.ts';
import type { DeskScreen } from '#ui/desk/screen.ts';
import { SCHEME_READERS } from '../contract.ts';

export const relocationScreens: readonly DeskScreen[] = [
  {
    path: '/schemes',
    load: async () => import('./schemes-screen.tsx'),
    nav: {
      label: 'relocation:web.nav.schemes',
      words: 'relocation:web.navWords.schemes',
      group: 'work',
      roles: SCHEME_READERS as readonly Role[],
    },
  },
  { path: '/schemes/new', load: async () => import('./editor/new-scheme-screen.tsx') },
  { path: '/schemes/$schemeId', load: async () => import('./scheme-screen.tsx') },
  { path: '/schemes/$schemeId/compare', load: async () => import('./compare/compare-screen.tsx') },
  { path: '/scheme-versions/$versionId', load: async () => import('./version-screen.tsx') },
  {
    path: '/scheme-versions/$versionId/edit',
    load: async () => import('./editor/editor-screen.tsx'),
  },
];
