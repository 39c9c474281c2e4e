/** The command id of a request: header `Idempotency-Key`, or `commandId` of a form without script. */
import { type CommandId, isId } from '#kernel/ids.ts';
import { HttpRefusal } from './http-refusal.ts';

/** @throws HttpRefusal `input.invalid` where it is missing or no UUID */
export function commandIdOf(header: string | string[] | undefined, body: unknown): CommandId {
  const given = typeof header === 'string' ? header : formField(body);
  const id = given?.toLowerCase();
  if (id === undefined || !isId(id)) {
    throw new HttpRefusal({ code: 'input.invalid', field: 'Idempotency-Key' });
  }
  return id as CommandId;
}

function formField(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Reflect.get(body, 'commandId');
  return typeof value === 'string' ? value : undefined;
}
