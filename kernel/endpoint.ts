/**
 * Describes one entry of the API. Server routes, OpenAPI, the browser's types
 * and the list of probes come from it; nothing else defines a route.
 */
import type { z } from 'zod';
import type { RefusalCode } from './refusal.ts';
import type { Role } from './role.ts';

type Schema = z.ZodType;

/**
 * Who may call it at all (what they then see is the scope's business):
 * everybody, everybody who is signed in, paired walls and nobody else, or
 * holders of one of the roles.
 */
export type Audience = 'public' | 'signed_in' | 'wall' | readonly Role[];

export interface Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Answer extends Schema = Schema,
> {
  /** Stable name, `feature.action`: `matters.list`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:params`, from the root: `/api/matters/:matterId`. */
  readonly path: `/${string}`;
  /** A command changes state, takes a command id and is idempotent by it. */
  readonly kind: 'read' | 'command';
  readonly audience: Audience;
  readonly summary: string;
  /** Bytes a body may have, where 256 KiB do not suffice. */
  readonly bodyBytes?: number;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Absent where the answer is no JSON (a tile, a stream, a file, an export). */
  readonly answer?: Answer;
  /** Media type where `answer` is absent. */
  readonly media?: string;
  readonly refusals?: readonly RefusalCode[];
}

/** Keeps the exact schema types of a description. */
export function endpoint<
  Params extends Schema = z.ZodUndefined,
  Query extends Schema = z.ZodUndefined,
  Body extends Schema = z.ZodUndefined,
  Answer extends Schema = z.ZodUndefined,
>(description: Endpoint<Params, Query, Body, Answer>): Endpoint<Params, Query, Body, Answer> {
  return description;
}

/** An absent part is `ZodUndefined`, so it parses to `undefined`. */
type Parsed<S> = NonNullable<S> extends Schema ? z.output<NonNullable<S>> : undefined;

/** What a handler receives: parsed parts of the request. */
export interface Input<E extends Endpoint> {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
}

export type Answer<E extends Endpoint> = Parsed<E['answer']>;
