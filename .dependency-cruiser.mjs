// The table of ADR 0001 for dependency-cruiser's own command line:
// npx depcruise --config .dependency-cruiser.mjs kernel platform features ui apps
import { IMPORT_RULES } from './scripts/checks/import-rules.ts';

export default {
  forbidden: IMPORT_RULES,
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(?:^|/)node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
