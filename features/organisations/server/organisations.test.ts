import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { OrganisationId, PersonId } from '#kernel/ids.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { migrationsUpTo } from '#tests/engines/migration-range.ts';
import { codeOf, errands, granted, input, shape, useOffices } from '#tests/worlds/offices.ts';
import { add } from './add-person.ts';
import { stopAppointment, stopSubstitution } from './appointment-commands.ts';
import { appointmentSource } from './appointments.ts';
import { list } from './list-organisations.ts';
import { listOrphans } from './list-orphans.ts';
import type { OpenWorkSource } from './open-work-source.ts';
import { close, rename, tellContact } from './organisation-commands.ts';
import { beginPost, endPost } from './post-commands.ts';
import { search } from './search-people.ts';
import { show } from './show-organisation.ts';

/** The same work, but passing it on breaks on the way. */
const broken: OpenWorkSource = {
  ...errands,
  handOver: (context, hand, answers) => ({
    ...errands.handOver(context, hand, answers),
    also: [
      ...(errands.handOver(context, hand, answers).also ?? []),
      { sql: 'select 1 / 0', parameters: [] },
    ],
  }),
};

describe.each(engines)('organisations on the %s engine', (engine) => {
  const database = useDatabase(engine, migrationsUpTo(49));
  const {
    services,
    tenantId,
    system,
    person,
    area,
    newOrganisation,
    openOffice,
    newPerson,
    newPost,
    appoint,
    stand,
    handOver,
    postsOf,
  } = useOffices(database);

  describe('the tree', () => {
    it('shows a level at a time and finds by words', async () => {
      const parentId = await openOffice({ name: 'Street office of the tree' });
      await openOffice({ parentId, name: 'Section two' });
      await openOffice({ parentId, name: 'Section one' });
      const level = granted(
        await list(services(), system(), shape(undefined, undefined, { parentId }) as never),
      );
      expect(level.organisations.map((each) => each.name)).toEqual(['Section one', 'Section two']);
      const words = 'office of the tree';
      const found = granted(
        await list(services(), system(), shape(undefined, undefined, { words }) as never),
      );
      expect(found.organisations).toMatchObject([
        { name: 'Street office of the tree', hasChildren: true },
      ]);
    });

    it('takes a unified social credit code only where it is right and the kind has one', async () => {
      const right = '91350100M000100Y43';
      const wrong = await newOrganisation({ kind: 'company', creditCode: '91350100M000100Y44' });
      const branch = await newOrganisation({ kind: 'party_branch', creditCode: right });
      const company = await newOrganisation({ kind: 'company', creditCode: right });
      const again = await newOrganisation({ kind: 'company', creditCode: right });
      expect([codeOf(wrong), codeOf(branch), codeOf(company), codeOf(again)]).toEqual([
        'organisation.credit_code',
        'organisation.credit_code',
        undefined,
        'organisation.code_taken',
      ]);
    });

    it('is changed only within the area of the system administrator', async () => {
      const own = person('system_admin', '100200');
      expect(codeOf(await newOrganisation({ areaId: area('100200') }, own))).toBeUndefined();
      for (const path of ['100', '100300', '900']) {
        const outcome = await newOrganisation({ areaId: area(path) }, own);
        expect(codeOf(outcome)).toBe('access.not_allowed');
      }
    });

    it('names the present state to somebody who saw an older one', async () => {
      const organisationId = await openOffice({ name: 'First' });
      const to = (version: number, name: string) =>
        rename(services(), system(), shape({ version, name }, { organisationId }) as never);
      expect(granted(await to(1, 'Second'))).toEqual({ version: 2 });
      const late = await to(1, 'Third');
      expect(late).toMatchObject({
        ok: false,
        refusal: { code: 'command.stale', present: { name: 'Second', version: 2 } },
      });
    });

    it('tells how residents reach an organisation, and no longer what is left out', async () => {
      const organisationId = await openOffice();
      const contact = { phone: '0371-67770000 转 8', address: '煤仓街 6 号', hours: '周一至周五' };
      const tell = (body: object, by = system()) =>
        tellContact(services(), by, shape(body, { organisationId }) as never);
      const told = async () =>
        granted(await show(services(), system(), shape(undefined, { organisationId }) as never));
      expect(await told()).toMatchObject({ phone: null, address: null, hours: null });
      granted(await tell({ version: 1, ...contact }));
      expect(await told()).toMatchObject(contact);
      granted(await tell({ version: 2, phone: '12345' }));
      expect(await told()).toMatchObject({ phone: '12345', address: null, hours: null });
      const elsewhere = person('system_admin', '100200');
      expect(codeOf(await tell({ version: 3, ...contact }, elsewhere))).toBe('access.not_allowed');
      expect(codeOf(await tell({ version: 2, ...contact }))).toBe('command.stale');
      granted(
        await close(services(), system(), shape({ version: 3 }, { organisationId }) as never),
      );
      expect(codeOf(await tell({ version: 4, ...contact }))).toBe('organisation.closed');
      expect(await told()).toMatchObject({ phone: '12345', version: 4 });
    });

    it('closes an organisation only when nothing below it is open and no post is held', async () => {
      const organisationId = await openOffice();
      const child = await openOffice({ parentId: organisationId });
      const shut = (id: OrganisationId) =>
        close(services(), system(), shape({ version: 1 }, { organisationId: id }) as never);
      expect(codeOf(await shut(organisationId))).toBe('organisation.still_in_use');
      const postId = await newPost(['handler'], child);
      granted(await appoint({ postId, personId: await newPerson() }));
      expect(codeOf(await shut(child))).toBe('organisation.still_in_use');
      const free = await openOffice();
      expect(codeOf(await shut(free))).toBeUndefined();
      expect(codeOf(await newOrganisation({ parentId: free }))).toBe('organisation.closed');
    });
  });

  describe('people', () => {
    it('are kept with phone and identity number as ciphertext, each identity number once', async () => {
      const body = {
        name: 'Ciphered',
        phone: '138 0013 8000',
        identityNumber: '11010519491231002X',
      };
      const once = await add(services(), system(), input(body) as never);
      const again = await add(services(), system(), input(body) as never);
      expect(codeOf(again)).toBe('person.identity_taken');
      const [found] = await database().read(tenantId(), {
        sql: 'select * from people where tenant_id = $1 and person_id = $2',
        parameters: [tenantId(), granted(once).personId],
      });
      const row = found?.rows[0];
      expect(row).toMatchObject({ name: 'Ciphered', phone_masked: '138****8000' });
      expect(JSON.stringify(row)).not.toMatch(/13800138000|11010519491231002X/);
    });

    it('are found by name with their posts of today and nothing else', async () => {
      const personId = await newPerson('Findable Name');
      const postId = await newPost(['handler']);
      granted(await appoint({ postId, personId }));
      const words = 'findable';
      const found = granted(
        await search(services(), system(), shape(undefined, undefined, { words }) as never),
      );
      expect(found.people).toMatchObject([{ personId, posts: [{ postId, title: 'Post' }] }]);
      expect(Object.keys(found.people[0] ?? {}).sort()).toEqual(['name', 'personId', 'posts']);
    });
  });

  describe('appointments', () => {
    it('hold from their first day to the day before their last', async () => {
      const personId = await newPerson();
      const postId = await newPost(['intake']);
      granted(await appoint({ postId, personId, from: '2026-12-01', to: '2026-12-08' }));
      expect(await postsOf(personId, '2026-11-30')).toEqual([]);
      expect(await postsOf(personId, '2026-12-01')).toEqual([postId]);
      expect(await postsOf(personId, '2026-12-07')).toEqual([postId]);
      expect(await postsOf(personId, '2026-12-08')).toEqual([]);
    });

    it('do not overlap for one person and post', async () => {
      const personId = await newPerson();
      const postId = await newPost(['intake']);
      granted(await appoint({ postId, personId, to: '2026-12-31' }));
      expect(codeOf(await appoint({ postId, personId, from: '2026-12-30' }))).toBe(
        'appointment.overlap',
      );
      expect(codeOf(await appoint({ postId, personId, from: '2026-12-31' }))).toBeUndefined();
    });

    it('do not overlap in the database either, whoever writes', async () => {
      const personId = await newPerson();
      const postId = await newPost(['intake']);
      const row = () => ({
        sql: `insert into appointments (tenant_id, appointment_id, version, audit_head, post_id, person_id, from_day)
          values ($1, $2, 1, '', $3, $4, '2026-01-01')`,
        parameters: [tenantId(), randomUUID(), postId, personId],
      });
      const both = database().write(tenantId(), [row(), row()], async () => undefined);
      await expect(both).rejects.toMatchObject({ constraint: 'appointments_no_overlap' });
    });

    it('are made by a security administrator over the post, never for the own person', async () => {
      const personId = await newPerson();
      const postId = await newPost(['intake'], await openOffice({ areaId: area('100200') }));
      const body = { postId, personId };
      expect(codeOf(await appoint(body, person('security_admin', '100300')))).toBe(
        'access.not_allowed',
      );
      expect(codeOf(await appoint(body, person('system_admin', '100')))).toBe('access.not_allowed');
      expect(codeOf(await appoint(body, person('security_admin', '100', personId)))).toBe(
        'appointment.own',
      );
      expect(codeOf(await appoint(body, person('security_admin', '100')))).toBeUndefined();
    });

    it('never give one person two of the three administrators, not even as a substitute', async () => {
      const personId = await newPerson();
      const system = await newPost(['system_admin']);
      const audit = await newPost(['audit_admin']);
      granted(await appoint({ postId: system, personId, to: '2027-01-01' }));
      const refusal = 'access.separation_of_duties';
      expect(codeOf(await appoint({ postId: audit, personId }))).toBe(refusal);
      expect(codeOf(await stand({ postId: audit, personId, to: '2026-12-01' }))).toBe(refusal);
      expect(
        codeOf(await appoint({ postId: audit, personId, from: '2027-01-01' })),
      ).toBeUndefined();
    });

    it('never give two of them when both are asked for at the same moment', async () => {
      for (let round = 0; round < 5; round += 1) {
        const personId = await newPerson();
        const posts = [await newPost(['system_admin']), await newPost(['security_admin'])];
        const outcomes = await Promise.all(posts.map((postId) => appoint({ postId, personId })));
        expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      }
    });

    it('refuse a post that would carry two of them', async () => {
      const organisationId = await openOffice();
      const body = {
        organisationId,
        title: 'All',
        roles: ['system_admin', 'audit_admin'],
        rank: 1,
      };
      const made = await beginPost(services(), system(), input(body) as never);
      expect(codeOf(made)).toBe('access.separation_of_duties');
    });

    it('end on a day, and a held post does not close', async () => {
      const personId = await newPerson();
      const postId = await newPost(['intake']);
      const { appointmentId } = granted(await appoint({ postId, personId, from: '2026-11-01' }));
      const shut = () => endPost(services(), system(), shape({ version: 1 }, { postId }) as never);
      expect(codeOf(await shut())).toBe('post.still_held');
      const ended = await stopAppointment(
        services(),
        system(),
        shape({ version: 1 }, { appointmentId }) as never,
      );
      expect(granted(ended)).toEqual({ version: 2 });
      expect(await postsOf(personId, '2026-11-21')).toEqual([postId]);
      expect(await postsOf(personId, '2026-11-22')).toEqual([]);
      expect(codeOf(await shut())).toBeUndefined();
    });
  });

  describe('a substitute', () => {
    it('has the posts of the holder for the time, marked as such, and no longer', async () => {
      const personId = await newPerson();
      const postId = await newPost(['dispatcher']);
      const named = await stand({ postId, personId, from: '2026-11-20', to: '2026-11-25' });
      const { substituteId } = granted(named);
      const answers = await database().read(
        tenantId(),
        ...appointmentSource.statements(tenantId(), personId, '2026-11-22'),
      );
      expect(appointmentSource.read(answers)?.posts).toMatchObject([{ postId, substitute: true }]);
      expect(await postsOf(personId, '2026-11-25')).toEqual([]);
      const ended = stopSubstitution(
        services(),
        system(),
        shape({ version: 1 }, { substituteId }) as never,
      );
      granted(await ended);
      expect(await postsOf(personId, '2026-11-22')).toEqual([]);
    });
  });

  describe('a post that changes hands', () => {
    const withErrands = async (count: number) => {
      const [leaving, coming] = [await newPerson('Leaving'), await newPerson('Coming')];
      const postId = await newPost(['handler']);
      const given = await appoint({ postId, personId: leaving, from: '2026-01-01' });
      const { appointmentId } = granted(given);
      const rows = Array.from({ length: count }, (_, at) => ({
        sql: 'insert into errands values ($1, $2, $3, $4, $5)',
        parameters: [tenantId(), randomUUID(), postId, leaving, `errand ${at}`],
      }));
      await database().write(tenantId(), rows, async () => undefined);
      return { leaving, coming, postId, appointmentId };
    };
    const errandsOf = async (personId: PersonId) => {
      const [found] = await database().read(tenantId(), {
        sql: 'select errand_id from errands where tenant_id = $1 and person_id = $2',
        parameters: [tenantId(), personId],
      });
      return found?.rows.length;
    };

    it('hands over everything open in the same transaction', async () => {
      const { leaving, coming, postId, appointmentId } = await withErrands(3);
      const handed = granted(await handOver(appointmentId, { version: 1, personId: coming }));
      expect(handed.handedOver).toEqual([{ kind: 'errand', count: 3 }]);
      expect([await errandsOf(leaving), await errandsOf(coming)]).toEqual([0, 3]);
      expect(await postsOf(leaving, '2026-11-22')).toEqual([]);
      expect(await postsOf(leaving, '2026-11-21')).toEqual([postId]);
      expect(await postsOf(coming, '2026-11-22')).toEqual([postId]);
    });

    it('stays as it was where handing over breaks on the way', async () => {
      const { leaving, coming, postId, appointmentId } = await withErrands(3);
      const attempt = handOver(appointmentId, { version: 1, personId: coming }, [broken]);
      await expect(attempt).rejects.toMatchObject({ code: '22012' });
      expect([await errandsOf(leaving), await errandsOf(coming)]).toEqual([3, 0]);
      expect(await postsOf(leaving, '2026-11-22')).toEqual([postId]);
    });

    it('does not go to somebody who may not hold it, nor back, nor twice', async () => {
      const { leaving, coming, appointmentId } = await withErrands(1);
      expect(codeOf(await handOver(appointmentId, { version: 1, personId: leaving }))).toBe(
        'appointment.overlap',
      );
      expect(codeOf(await handOver(appointmentId, { version: 2, personId: coming }))).toBe(
        'command.stale',
      );
      granted(await handOver(appointmentId, { version: 1, personId: coming }));
      const other = await newPerson();
      expect(codeOf(await handOver(appointmentId, { version: 2, personId: other }))).toBe(
        'appointment.period',
      );
    });

    it('lists as orphans what stays open when nobody follows, to those of the area', async () => {
      const { postId, appointmentId } = await withErrands(2);
      const orphansFor = async (context: Context) =>
        granted(await listOrphans(services(), [errands], context)).posts.filter(
          (post) => post.postId === postId,
        );
      const admin = person('security_admin', '100');
      expect(await orphansFor(admin)).toEqual([]);
      const end = shape({ version: 1 }, { appointmentId });
      granted(await stopAppointment(services(), system(), end as never));
      expect((await orphansFor(admin))[0]?.open).toHaveLength(2);
      expect(await orphansFor(person('security_admin', '900'))).toEqual([]);
      expect(await orphansFor(person('handler', '100'))).toEqual([]);
    });
  });

  it('shows an organisation with its posts, holders and substitutes', async () => {
    const organisationId = await openOffice({ name: 'Shown' });
    const postId = await newPost(['checker'], organisationId);
    const holder = await newPerson('Holder');
    const stands = await newPerson('Stands in');
    granted(await appoint({ postId, personId: holder }));
    granted(await stand({ postId, personId: stands, to: '2026-12-24' }));
    const shown = granted(
      await show(services(), system(), shape(undefined, { organisationId }) as never),
    );
    expect(shown).toMatchObject({
      name: 'Shown',
      posts: [
        {
          postId,
          roles: ['checker'],
          holders: [{ personId: holder, name: 'Holder', to: null, substituteId: null }],
          substitutes: [{ personId: stands, to: '2026-12-24', appointmentId: null }],
        },
      ],
    });
  });
});
