import { describe } from 'vitest';
import { engines } from '#tests/engines/engines.ts';
import { losesNothing } from './crash.ts';

describe.runIf(engines.includes('embedded'))('an office on the embedded engine', () => {
  losesNothing('embedded');
});
