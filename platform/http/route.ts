/** What a feature exports for the server: an endpoint and the plain function that answers it. */
import type { Readable } from 'node:stream';
import type { Context } from '#kernel/context.ts';
import type { Answer, Endpoint, Input } from '#kernel/endpoint.ts';
import type { CommandId } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Services } from '#platform/services.ts';

/** What a handler of a command receives: the parsed request and the id its caller made. */
export interface CommandInput<E extends Endpoint> extends Input<E> {
  readonly commandId: CommandId;
}

/** A file of a multipart form, within the limits of the route. */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  /** As the sender says; never to be trusted. */
  readonly media: string;
  readonly bytes: Buffer;
}

export interface UploadLimits {
  readonly files: number;
  /** Bytes of one file. */
  readonly bytes: number;
}

/** What the request carries beside its input; for raw routes and uploads. */
export interface Exchange {
  readonly requestId: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly address: string;
  /** Files of a multipart form, in order; empty unless the route sets `upload`. */
  readonly uploads: readonly UploadedFile[];
  /** Path and query as asked for. */
  readonly url: string;
  /** The session that asks, undefined for public calls. */
  readonly sessionId: string | undefined;
  /** Ends when the caller is gone. */
  readonly gone: AbortSignal;
}

/** An answer that is no JSON: a page, a tile, a file, a stream, a redirect. */
export interface RawAnswer {
  /** 200 unless said otherwise. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Content type; `endpoint.media` unless said otherwise. */
  readonly media?: string;
  readonly body: string | Buffer | Readable | null;
}

export interface Route {
  readonly endpoint: Endpoint;
  /** The endpoint takes multipart forms, their files stand in `exchange.uploads`. */
  readonly upload?: UploadLimits;
  handle(
    services: Services,
    context: Context,
    input: CommandInput<Endpoint>,
    exchange: Exchange,
  ): Promise<Outcome<unknown>>;
}

export interface RawRoute {
  readonly endpoint: Endpoint;
  readonly upload?: UploadLimits;
  raw(
    services: Services,
    context: Context,
    input: CommandInput<Endpoint>,
    exchange: Exchange,
  ): Promise<Outcome<RawAnswer>>;
  /** Shows a refusal as a page; without it refusals are JSON. */
  refuse?(
    services: Services,
    context: Context | undefined,
    refusal: Refusal,
    exchange: Exchange,
  ): RawAnswer;
}

export type AnyRoute = Route | RawRoute;

/** A route of an endpoint, its types checked: input and answer are those of the contract. */
export function route<E extends Endpoint>(
  endpoint: E,
  handle: (
    services: Services,
    context: Context,
    input: CommandInput<E>,
    exchange: Exchange,
  ) => Promise<Outcome<Answer<E>>>,
  upload?: UploadLimits,
): Route {
  const typed = { endpoint, handle: handle as Route['handle'] };
  return upload === undefined ? typed : { ...typed, upload };
}

/** As `route`, for answers that are no JSON. */
export function rawRoute<E extends Endpoint>(
  endpoint: E,
  raw: (
    services: Services,
    context: Context,
    input: CommandInput<E>,
    exchange: Exchange,
  ) => Promise<Outcome<RawAnswer>>,
  more: Pick<RawRoute, 'refuse' | 'upload'> = {},
): RawRoute {
  return { endpoint, raw: raw as RawRoute['raw'], ...more };
}
