/** What was thrown, as the refusal that may be told; everything else is a fault without a trace. */
import type { Refusal } from '#kernel/refusal.ts';
import { DatabaseError } from '#platform/database/database.ts';
import { HttpRefusal } from './http-refusal.ts';

export function refusalOfError(error: unknown): Refusal {
  if (error instanceof HttpRefusal) return error.refusal;
  if (error instanceof DatabaseError && isUnavailable(error.code)) {
    return { code: 'service.unavailable' };
  }
  return refusalOfFramework(error) ?? { code: 'service.fault' };
}

/** Connection lost (08), out of resources (53), shut down (57P), our own engine restarting (LX). */
function isUnavailable(code: string): boolean {
  return /^(08|53|57P|LX)/.test(code);
}

/** Fastify's own refusals of a request that is not of the form. */
function refusalOfFramework(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  const status: unknown = Reflect.get(error, 'statusCode');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) {
    return { code: 'input.too_large', detail: { limit: '256 kB' } };
  }
  if (status === 429) return { code: 'request.too_many' };
  if (status === 404) return { code: 'request.not_found' };
  if (typeof status === 'number' && status >= 400 && status < 500) return { code: 'input.invalid' };
  return undefined;
}
