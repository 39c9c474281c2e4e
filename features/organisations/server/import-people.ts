/**
 * People of a list, each with one post where the list names one: a post that
 * the organisation has not yet is made with the roles the list gives. An
 * import never gives the roles of administrators.
 */
import type { Actor, Context } from '#kernel/context.ts';
import type { AppointmentId, AreaId, OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ROLES, type Role } from '#kernel/role.ts';
import type { Change } from '#platform/command/change.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { commitBatch } from '#platform/import/commit-batch.ts';
import type { FieldSpecs } from '#platform/import/field-spec.ts';
import { defineImporter, type ImportRow, type RowOutcome } from '#platform/import/importer.ts';
import type { Protection } from '#platform/protection/protection.ts';
import { reaches } from '#platform/scope/reach.ts';
import { isAdministration } from '../rules/appointment.ts';
import { checkIdentity } from './add-person.ts';
import { APPOINTMENT, PERSON, POST } from './aggregates.ts';
import { identityHash, personColumns, plainPhone } from './person-columns.ts';
import { all } from './rows.ts';
import { today } from './today.ts';

const FIELDS = {
  code: { kind: 'text', required: true, most: 60 },
  name: { kind: 'text', required: true, most: 60 },
  phone: { kind: 'text', most: 30 },
  identityNumber: { kind: 'text', most: 30 },
  organisationCode: { kind: 'text', most: 60 },
  postTitle: { kind: 'text', most: 100 },
  /** Names of roles, with semicolons or spaces between. */
  roles: { kind: 'text', most: 200 },
  rank: { kind: 'integer' },
  from: { kind: 'day' },
  to: { kind: 'day' },
} as const satisfies FieldSpecs;

type Row = ImportRow<typeof FIELDS>;
type Cells = Readonly<Record<string, unknown>>;

export const peopleImporter = defineImporter<typeof FIELDS>({
  name: 'people',
  fields: FIELDS,
  key: 'code',
  write(services, context, rows, options) {
    const { protection } = services;
    const numbers = rows.map(({ values }) => checkIdentity(values.identityNumber));
    const hashes = numbers.flatMap((number) =>
      number.ok && number.value ? [identityHash(protection, context.tenantId, number.value)] : [],
    );
    return commitBatch(services, context, {
      name: 'import.people',
      opening: openingOf(context, rows, hashes),
      options,
      decide: (opened) => {
        const plan = new Plan(context, protection, opened);
        const outcomes = rows.map((row) => plan.take(row));
        return { outcomes, changes: plan.changes };
      },
    });
  },
});

function openingOf(
  { tenantId }: Context,
  rows: readonly Row[],
  hashes: readonly (string | null)[],
): Statement[] {
  const codes = rows.map(({ values }) => values.code);
  const organisations = rows.flatMap(({ values }) => values.organisationCode ?? []);
  return [
    {
      sql: `select n.person_id, n.version, n.audit_head, n.code, n.source_digest,
          coalesce((select jsonb_agg(distinct p.area_path) from appointments a
            join posts p on p.tenant_id = $1 and p.post_id = a.post_id
            where a.tenant_id = $1 and a.person_id = n.person_id), '[]'::jsonb) as paths
        from people n
        where n.tenant_id = $1 and n.code = any($2::text[]) for update`,
      parameters: [tenantId, codes],
    },
    {
      sql: 'select person_id, identity_hash from people where tenant_id = $1 and identity_hash = any($2::text[])',
      parameters: [tenantId, hashes],
    },
    {
      sql: `select organisation_id, code, area_id, area_path from organisations
        where tenant_id = $1 and code = any($2::text[]) and closed_on is null for update`,
      parameters: [tenantId, organisations],
    },
    {
      sql: `select p.post_id, p.title, p.organisation_id, p.roles, p.area_path from posts p
        join organisations o on o.tenant_id = p.tenant_id and o.organisation_id = p.organisation_id
        where p.tenant_id = $1 and o.code = any($2::text[]) and p.closed_on is null
        order by p.post_id`,
      parameters: [tenantId, organisations],
    },
    {
      sql: `select a.person_id, a.post_id from appointments a
        join people n on n.tenant_id = a.tenant_id and n.person_id = a.person_id
        where a.tenant_id = $1 and n.code = any($2::text[])`,
      parameters: [tenantId, codes],
    },
  ];
}

interface KnownPerson {
  readonly personId: PersonId;
  readonly before: { readonly version: number; readonly auditHead: string };
  readonly digest: string | null;
  /** Areas of the posts the person holds or held. */
  readonly paths: readonly string[];
}

interface KnownOrganisation {
  readonly organisationId: OrganisationId;
  readonly areaId: AreaId;
  readonly areaPath: string;
}

interface KnownPost {
  readonly postId: PostId;
  readonly areaPath: string;
  readonly roles: readonly Role[];
}

class Plan {
  readonly changes: Change[] = [];
  readonly #context: Context;
  readonly #protection: Protection;
  readonly #people: ReadonlyMap<string, KnownPerson>;
  readonly #identities: Map<string, string>;
  readonly #organisations: ReadonlyMap<string, KnownOrganisation>;
  /** By organisation and title. */
  readonly #posts: Map<string, KnownPost>;
  readonly #held: Set<string>;

  constructor(context: Context, protection: Protection, opened: readonly Rows[]) {
    const [people, identities, organisations, posts, held] = opened;
    this.#context = context;
    this.#protection = protection;
    this.#people = new Map(all(people, personOf));
    this.#identities = new Map(
      all(identities, (row) => [String(row['identity_hash']), String(row['person_id'])] as const),
    );
    this.#organisations = new Map(all(organisations, organisationOf));
    this.#posts = new Map(all(posts, postOf));
    this.#held = new Set(all(held, (row) => `${row['person_id']} ${row['post_id']}`));
  }

  take(row: Row): RowOutcome {
    const known = this.#people.get(row.values.code);
    if (known && !this.#mayChange(known)) return { code: 'import.out_of_reach', field: 'code' };
    if (known?.digest === row.digest) return 'unchanged';
    const identity = checkIdentity(row.values.identityNumber);
    if (!identity.ok) return identity.refusal;
    const personId = known?.personId ?? this.#context.ids.next<PersonId>();
    const hash =
      identity.value && identityHash(this.#protection, this.#context.tenantId, identity.value);
    const owner = hash ? this.#identities.get(hash) : undefined;
    if (owner !== undefined && owner !== personId) {
      return { code: 'person.identity_taken', field: 'identityNumber' };
    }
    const post = this.#postOf(row);
    if (typeof post === 'object') return post;
    if (post && isPerson(this.#context.actor, personId)) return { code: 'appointment.own' };
    if (hash) this.#identities.set(hash, personId);
    this.#keepPerson(row, personId, known, identity.value);
    if (post) this.#appoint(row, personId, post);
    return known ? 'changed' : 'created';
  }

  /** Somebody who appoints over all that the person holds; who holds nothing is everybody's. */
  #mayChange({ paths }: KnownPerson): boolean {
    return paths.every((path) => reaches(this.#context.actor, path, 'security_admin'));
  }

  #keepPerson(
    { values, digest }: Row,
    id: PersonId,
    known: KnownPerson | undefined,
    identityNumber: string | undefined,
  ): void {
    const { name, code, phone } = values;
    const columns = personColumns(this.#protection, this.#context.tenantId, {
      phone: plainPhone(phone),
      identityNumber,
      membership: undefined,
    });
    // What the list does not have (membership) stays as it is.
    const { membership: _, ...listed } = columns.protected;
    const set = { name, code, sourceDigest: digest };
    this.changes.push(
      known
        ? {
            ...PERSON,
            id,
            before: known.before,
            kind: 'person.changed',
            set,
            protected: listed,
            derived: columns.derived,
          }
        : { ...PERSON, id, kind: 'person.added', set: { ...set, leftOn: null }, ...columns },
    );
  }

  /** The post the row names, made where the organisation has none of that title; undefined where it names none. */
  #postOf({ values }: Row): PostId | Refusal | undefined {
    const { organisationCode, postTitle, rank } = values;
    if (organisationCode === null || postTitle === null) return undefined;
    const organisation = this.#organisations.get(organisationCode);
    if (!organisation) return { code: 'organisation.unknown', field: 'organisationCode' };
    const { organisationId, areaId, areaPath } = organisation;
    const { actor } = this.#context;
    if (!reaches(actor, areaPath, 'security_admin'))
      return { code: 'import.out_of_reach', field: 'organisationCode' };
    const key = `${organisationId} ${postTitle}`;
    const known = this.#posts.get(key);
    // Who appoints people makes no posts: two administrators, and two hands.
    if (!known && actor.kind === 'person') return { code: 'post.unknown', field: 'postTitle' };
    if (known && !reaches(actor, known.areaPath, 'security_admin'))
      return { code: 'import.out_of_reach', field: 'postTitle' };
    const roles = known?.roles ?? rolesOf(values.roles);
    if (!roles || isAdministration(roles)) return { code: 'input.unknown_code', field: 'roles' };
    if (known) return known.postId;
    const postId = this.#context.ids.next<PostId>();
    this.#posts.set(key, { postId, roles, areaPath });
    this.changes.push({
      ...POST,
      id: postId,
      kind: 'post.created',
      set: {
        organisationId,
        title: postTitle,
        code: null,
        roles: [...roles],
        areaId,
        areaPath,
        rank: Math.min(9, Math.max(1, rank ?? 1)),
        closedOn: null,
      },
    });
    return postId;
  }

  #appoint({ values }: Row, personId: PersonId, postId: PostId): void {
    const key = `${personId} ${postId}`;
    if (this.#held.has(key)) return;
    this.#held.add(key);
    const fromDay = values.from ?? today(this.#context);
    const toDay = values.to !== null && values.to > fromDay ? values.to : null;
    this.changes.push({
      ...APPOINTMENT,
      id: this.#context.ids.next<AppointmentId>(),
      kind: 'appointment.begun',
      set: { postId, personId, fromDay, toDay },
    });
  }
}

function isPerson(actor: Actor, personId: PersonId): boolean {
  return actor.kind === 'person' && actor.personId === personId;
}

function rolesOf(text: string | null): readonly Role[] | undefined {
  const names = (text ?? '').split(/[;,\s\u3001\uff1b\uff0c]+/u).filter(Boolean);
  const roles = ROLES.filter((role) => names.includes(role));
  return roles.length > 0 && roles.length === new Set(names).size ? roles : undefined;
}

function personOf(row: Cells): readonly [string, KnownPerson] {
  return [
    String(row['code']),
    {
      personId: String(row['person_id']) as PersonId,
      before: { version: Number(row['version']), auditHead: String(row['audit_head']) },
      digest: row['source_digest'] === null ? null : String(row['source_digest']),
      paths: row['paths'] as readonly string[],
    },
  ];
}

function organisationOf(row: Cells): readonly [string, KnownOrganisation] {
  return [
    String(row['code']),
    {
      organisationId: String(row['organisation_id']) as OrganisationId,
      areaId: String(row['area_id']) as AreaId,
      areaPath: String(row['area_path']),
    },
  ];
}

function postOf(row: Cells): readonly [string, KnownPost] {
  return [
    `${row['organisation_id']} ${row['title']}`,
    {
      postId: String(row['post_id']) as PostId,
      areaPath: String(row['area_path']),
      roles: row['roles'] as readonly Role[],
    },
  ];
}
