/** OpenAPI 3.1 from the contracts themselves. */
import { z } from 'zod';
import type { Endpoint } from '#kernel/endpoint.ts';

type JsonObject = Record<string, unknown>;

export function openApiDocument(
  endpoints: readonly Endpoint[],
  info: { readonly title: string; readonly version: string },
): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info,
    paths,
    components: { schemas: { Refusal: REFUSAL }, securitySchemes: { session: SESSION } },
  };
}

const SESSION = { type: 'apiKey', in: 'cookie', name: 'session' };
const REFUSAL = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string' },
    message: { type: 'string' },
    field: { type: 'string' },
    detail: { type: 'object' },
    present: {},
    fields: { type: 'array', items: { type: 'object' } },
    requestId: { type: 'string' },
  },
};

function operation(endpoint: Endpoint): JsonObject {
  const [tag] = endpoint.id.split('.');
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [tag],
    parameters: [
      ...parameters('path', endpoint.params),
      ...parameters('query', endpoint.query),
      ...(endpoint.kind === 'command' ? [COMMAND_ID] : []),
    ],
    ...(endpoint.body && {
      requestBody: { required: true, content: json(endpoint.body, 'input') },
    }),
    responses: {
      '200': { description: endpoint.summary, content: answerContent(endpoint) },
      default: {
        description: ['service.fault', ...(endpoint.refusals ?? [])].join(', '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
    ...(endpoint.audience !== 'public' && { security: [{ session: [] }] }),
    'x-audience': endpoint.audience,
  };
}

const COMMAND_ID = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
};

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): JsonObject[] {
  if (schema === undefined) return [];
  const described = jsonSchema(schema, 'input');
  const properties = (described['properties'] ?? {}) as Record<string, unknown>;
  const required = (described['required'] ?? []) as readonly string[];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function answerContent(endpoint: Endpoint): JsonObject {
  if (endpoint.answer === undefined) return { [endpoint.media ?? 'application/octet-stream']: {} };
  return json(endpoint.answer, 'output');
}

function json(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  return { 'application/json': { schema: jsonSchema(schema, io) } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}
