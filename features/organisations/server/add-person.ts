/** Adding a person. Phone, identity number and membership leave here as ciphertext only. */
import { identityNumber } from '#kernel/codes/identity-number.ts';
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { PersonId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Change } from '#platform/command/change.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { Protection } from '#platform/protection/protection.ts';
import type { addPerson } from '../contract.ts';
import { PERSON } from './aggregates.ts';
import { personColumns, plainPhone } from './person-columns.ts';

export type PersonServices = CommandServices & { readonly protection: Protection };

type Body = CommandInput<typeof addPerson>['body'];

export async function add(
  services: PersonServices,
  context: Context,
  { body, commandId }: CommandInput<typeof addPerson>,
): Promise<Outcome<Answer<typeof addPerson>>> {
  const checked = checkIdentity(body.identityNumber);
  if (!checked.ok) return checked;
  const personId = context.ids.next<PersonId>();
  return command(services, context, {
    id: commandId,
    name: 'organisations.add_person',
    body,
    opening: [],
    onConstraint: {
      people_code_key: { code: 'organisation.code_taken', field: 'code' },
      people_identity_key: { code: 'person.identity_taken', field: 'identityNumber' },
    },
    decide: () =>
      done({
        answer: { personId, version: 1 },
        changes: [personAdded(services.protection, context, personId, body, checked.value)],
      }),
  });
}

export function checkIdentity(given: string | null | undefined): Outcome<string | undefined> {
  if (!given) return done(undefined);
  const number = identityNumber(given);
  return number.ok
    ? done(number.value.number)
    : refused({ code: 'person.identity_invalid', field: 'identityNumber' });
}

function personAdded(
  protection: Protection,
  { tenantId }: Context,
  id: PersonId,
  body: Body,
  identity: string | undefined,
): Change {
  return {
    ...PERSON,
    id,
    kind: 'person.added',
    set: { name: body.name, code: body.code ?? null, leftOn: null, sourceDigest: null },
    ...personColumns(protection, tenantId, {
      phone: plainPhone(body.phone),
      identityNumber: identity,
      membership: body.membership || undefined,
    }),
  };
}
