import { describe } from 'vitest';
import { engines } from '#tests/engines/engines.ts';
import { losesNothing } from './crash.ts';

describe.runIf(engines.includes('server'))('an office on a PostgreSQL server', () => {
  losesNothing('server');
});
