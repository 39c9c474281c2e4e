/** Request to input: the schemas of the contract, and text that a database can hold. */
import type { z } from 'zod';
import type { Endpoint, Input } from '#kernel/endpoint.ts';
import { REFUSALS, type Refusal, type RefusalCode } from '#kernel/refusal.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { FieldRefusal } from './refusal-answer.ts';

export interface RequestParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** @throws HttpRefusal `input.invalid` (or the code the schema names) with the path of each field */
export function parseInput(endpoint: Endpoint, parts: RequestParts): Input<Endpoint> {
  const bad = unstorable(parts.params) ?? unstorable(parts.query) ?? unstorable(parts.body);
  if (bad !== undefined) throw new HttpRefusal({ code: 'input.invalid', field: bad });
  return {
    params: parsePart(endpoint.params, parts.params),
    query: parsePart(endpoint.query, parts.query),
    body: parsePart(endpoint.body, parts.body),
  };
}

function parsePart(schema: z.ZodType | undefined, part: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(part ?? {});
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(fieldRefusal);
  throw new HttpRefusal(fields[0] ?? { code: 'input.invalid' }, fields);
}

/** An issue of a schema as a refusal; a custom issue may name its code in `params.refusal`. */
function fieldRefusal(issue: z.core.$ZodIssue): FieldRefusal {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'custom' && isCode(issue.params?.['refusal'])) {
    return { field, code: issue.params['refusal'] };
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return { field, code: 'input.too_long', detail: { limit: Number(issue.maximum) } };
  }
  return { field, code: 'input.invalid', detail: detailOf(issue) };
}

function detailOf(issue: z.core.$ZodIssue): NonNullable<Refusal['detail']> {
  switch (issue.code) {
    case 'too_big':
      return { reason: issue.code, maximum: Number(issue.maximum) };
    case 'too_small':
      return { reason: issue.code, minimum: Number(issue.minimum) };
    case 'invalid_format':
      return { reason: issue.code, format: issue.format };
    case 'invalid_type':
      return { reason: issue.code, expected: issue.expected };
    case 'unrecognized_keys':
      return { reason: issue.code, keys: issue.keys.join(', ') };
    default:
      return { reason: issue.code };
  }
}

function isCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(REFUSALS, code);
}

/** Path of the first text with a NUL or half a surrogate pair: no database takes it. */
function unstorable(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed() ? path : undefined;
  }
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = unstorable(part, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
    if (key.includes('\0') || !key.isWellFormed()) return path;
  }
  return undefined;
}
