/** How far a place has come, by its records. */
import { describe, expect, it } from 'vitest';
import { createAccess, tenantsTable } from '#features/access/server/public.ts';
import { appointmentSource } from '#features/organisations/server/public.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { foundDistrict } from '#tests/worlds/district.ts';
import { showFirstSteps } from './first-steps.ts';

describe.each(engines)('the first steps of a place on the %s engine', (engine) => {
  const database = useDatabase(engine);

  it('are seen in the records, with who does the next', async () => {
    const world = await foundDistrict(database());
    const tenants = tenantsTable(world.services);
    const access = createAccess(world.services, { appointments: appointmentSource, tenants });
    const read = await showFirstSteps(access, world.services, world.system);
    if (!read.ok) throw new Error(read.refusal.code);
    const standing = read.value.steps.map(({ step, done }) => [step, done]);
    expect(standing).toEqual([
      ['areas', true],
      ['posts', true],
      ['people', true],
      ['accounts', false],
      ['entered', false],
      ['dispatched', false],
      ['closed', false],
      ['evaluated', false],
    ]);
    expect(read.value.done).toBe(false);
    const entered = read.value.steps.find(({ step }) => step === 'entered');
    expect(entered).toMatchObject({ doer: 'intake' });
    expect(entered?.people).toContain('受理员甲');
  });
});
