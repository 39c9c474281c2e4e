import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Scheme } from './document.ts';

const PUBLISHED = join(import.meta.dirname, '../../../../docs/compensation/scheme.schema.json');

/** Also what `docs/compensation/README.md` points to. */
describe('the published JSON Schema', () => {
  it('is the one the program reads schemes by', () => {
    const made: unknown = z.toJSONSchema(Scheme, { io: 'input' });
    expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toEqual(JSON.parse(JSON.stringify(made)));
  });
});
