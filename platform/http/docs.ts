/** The API described at /api/docs: a page, and the document itself at /api/docs/json. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '#kernel/endpoint.ts';
import { openApiDocument } from './openapi.ts';

const PREFIX = '/api/docs';

export async function registerDocs(
  app: FastifyInstance,
  endpoints: readonly Endpoint[],
  version: string,
): Promise<void> {
  const document = openApiDocument(endpoints, { title: 'Lianxin', version });
  type Specification = Extract<Parameters<typeof swagger>[1], { mode: 'static' }>['specification'];
  await app.register(swagger, {
    mode: 'static',
    specification: { document } as unknown as Specification,
  });
  await app.register(swaggerUi, { routePrefix: PREFIX, uiConfig: { docExpansion: 'none' } });
}
