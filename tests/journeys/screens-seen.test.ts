/** Screens with a step under way, as axe sees them; all of them at rest are looked at in `every-screen`. */
import { describe, expect, it } from 'vitest';
import { findingsOn } from './accessible.ts';
import type { Desk } from './desk.ts';
import { useOffice } from './harness.ts';
import { newPerson } from './person.ts';
import { closed, filed, reported } from './told.ts';
import { word } from './words.ts';

const web = (key: string) => word(`matters:web.${key}`);

describe('what is seen while people work', () => {
  const office = useOffice('server');

  it('on the desk, signed in by the posts that open it', async () => {
    const { world } = office();
    const told = { reported: await reported(world), filed: await filed(world) };
    const seen: Record<string, readonly string[]> = {};
    const look = async (name: string, desk: Desk) => {
      await desk.rests();
      seen[name] = (await findingsOn(desk.page)).grave;
    };

    const intake = await office().at('intake');
    await intake.go();
    await intake.waiting(told.reported.number).waitFor();
    await look('today', intake);
    await intake.go('/enter');
    await intake.page.getByRole('form', { name: web('entry.title') }).waitFor();
    await look('entry', intake);
    await intake.go('/matters');
    await intake.finds(told.reported.number);
    await look('list with a detail', intake);
    await intake.pressesNext('file');
    await look('filing', intake);

    const dispatcher = await office().at('dispatcher');
    await dispatcher.go('/dispatch');
    const units = { number: told.filed.number };
    await dispatcher.page
      .getByRole('group', { name: word('matters:web.dispatch.units', units) })
      .waitFor();
    await look('dispatch', dispatcher);
    await dispatcher.takesFromToday(told.filed.number);
    const form = await dispatcher.pressesNext('dispatch');
    await form.getByRole('radio').first().waitFor();
    await look('dispatching', dispatcher);
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, []])));
  });

  it('at the door of the desk', async () => {
    const person = await newPerson(office().browser, office().world.clock.now(), {
      viewport: { width: 1440, height: 900 },
    });
    await person.page.goto(`${office().server.origin}/desk`);
    await person.page.getByRole('heading', { name: word('access:web.signIn.title') }).waitFor();
    expect((await findingsOn(person.page)).grave).toEqual([]);
    await person.context.close();
  });

  it('on the portal, by who follows and who reports', async () => {
    const told = await closed(office().world);
    const resident = await office().resident();
    await resident.follows(told);
    expect((await findingsOn(resident.page)).grave).toEqual([]);
    const receipt = await resident.reports({ words: '井盖松了。', place: '巷口', area: 'lane' });
    expect(receipt.number).not.toBe('');
    expect((await findingsOn(resident.page)).grave).toEqual([]);
  });
});
