/** Reads a multipart form: its fields as body, its files within the limits of the route. */
import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from './http-refusal.ts';
import type { UploadedFile, UploadLimits } from './route.ts';

const MOST_FIELDS = 50;
const MOST_FIELD_BYTES = 64 * 1024;

/** @throws HttpRefusal `file.too_large`, `input.too_large` */
export async function readMultipart(
  request: FastifyRequest,
  limits: UploadLimits,
): Promise<{ readonly body: Record<string, string>; readonly uploads: readonly UploadedFile[] }> {
  const body: Record<string, string> = {};
  const uploads: UploadedFile[] = [];
  const parts = request.parts({
    limits: {
      files: limits.files,
      fileSize: limits.bytes,
      fields: MOST_FIELDS,
      fieldSize: MOST_FIELD_BYTES,
      parts: MOST_FIELDS + limits.files,
    },
  });
  try {
    for await (const part of parts) {
      if (part.type === 'field') body[part.fieldname] = String(part.value);
      else {
        const bytes = await part.toBuffer();
        const { fieldname, filename, mimetype } = part;
        // A form sends an empty file where none was chosen.
        if (bytes.length > 0 || filename !== '') {
          uploads.push({ field: fieldname, name: filename, media: mimetype, bytes });
        }
      }
    }
  } catch (error) {
    throw refusalOf(error, limits);
  }
  return { body, uploads };
}

function refusalOf(error: unknown, limits: UploadLimits): HttpRefusal {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    const limit = `${Math.round(limits.bytes / 1024 / 1024)} MB`;
    return new HttpRefusal({ code: 'file.too_large', field: 'file', detail: { limit } });
  }
  if (typeof code === 'string' && code.endsWith('_LIMIT')) {
    return new HttpRefusal({ code: 'input.too_large', detail: { limit: limits.files } });
  }
  // The form breaks off, or is none.
  return new HttpRefusal({ code: 'input.invalid' });
}
