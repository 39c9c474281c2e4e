/**
 * The one way from the browser to the server: an endpoint of a contract and its
 * input, answered by its type or refused by `RefusedError`. Generic: it knows no feature.
 */
import type { z } from 'zod';
import type { Answer, Endpoint } from '#kernel/endpoint.ts';
import { addressOf } from './address.ts';
import { newCommandId } from './command-id.ts';
import { RefusedError, refusalFrom } from './refused.ts';

type Asked<S> =
  NonNullable<S> extends z.ZodUndefined
    ? undefined
    : NonNullable<S> extends z.ZodType
      ? z.input<NonNullable<S>>
      : undefined;

/** Parts an endpoint takes, before parsing: defaults may be left out. */
export type Request<E extends Endpoint> = (Asked<E['params']> extends undefined
  ? { readonly params?: undefined }
  : { readonly params: Asked<E['params']> }) &
  (Asked<E['query']> extends undefined
    ? { readonly query?: undefined }
    : { readonly query?: Partial<Asked<E['query']>> }) &
  (Asked<E['body']> extends undefined
    ? { readonly body?: undefined }
    : { readonly body: Asked<E['body']> });

export interface CallOptions {
  /** The same for every attempt of one command, so that a retry has its effect once. */
  readonly commandId?: string;
  readonly signal?: AbortSignal;
  readonly form?: FormData;
}

/**
 * @throws RefusedError where the server refuses, is not reached (`client.offline`)
 *   or answers with something that is none of ours (`client.unreadable`)
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  request: Request<E>,
  options: CallOptions = {},
): Promise<Answer<E>> {
  const answer = await send(endpoint, request, options);
  const body = await bodyOf(answer);
  if (answer.ok) return body as Answer<E>;
  throw new RefusedError(refusalFrom(body), { status: answer.status });
}

async function send(
  endpoint: Endpoint,
  request: { params?: unknown; query?: unknown; body?: unknown },
  options: CallOptions,
): Promise<Response> {
  const address = addressOf(endpoint.path, record(request.params), record(request.query));
  const headers = new Headers({ accept: 'application/json' });
  if (endpoint.kind === 'command') {
    headers.set('idempotency-key', options.commandId ?? newCommandId());
  }
  const body = options.form ?? (request.body === undefined ? null : JSON.stringify(request.body));
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  try {
    return await fetch(address, {
      method: endpoint.method,
      headers,
      body,
      credentials: 'same-origin',
      signal: options.signal ?? null,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new RefusedError({ code: 'client.offline', message: '' }, { status: 0, cause: error });
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
