/** Every screen once, as axe sees it: nothing that keeps people out. */
import { describe, expect, it } from 'vitest';
import { findingsOn } from './accessible.ts';
import type { Desk } from './desk.ts';
import { type Office, useOffice } from './harness.ts';
import { newPerson } from './person.ts';
import { closed, dispatchedTo, filed, inHand, reported, type Told } from './told.ts';
import { word } from './words.ts';

const web = (key: string) => word(`matters:web.${key}`);

describe('everything that can be seen', () => {
  const office = useOffice('server');

  it('on the desk, signed in by the posts that open it', async () => {
    const told = await oneOfEach(office());
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
    await dispatcher.go('/redraw');
    await dispatcher.page.getByRole('heading', { name: word('places:web.hand.title') }).waitFor();
    await look('drawing grids', dispatcher);
    await dispatcher.takesFromToday(told.filed.number);
    const form = await dispatcher.pressesNext('dispatch');
    await form.getByRole('radio').first().waitFor();
    await look('dispatching', dispatcher);

    const leader = await office().at('leader');
    for (const [path, title] of SCREENS_OF_ALL) {
      await leader.go(path);
      await leader.page
        .getByRole('heading', { name: word(title, { name: '测试区' }) })
        .first()
        .waitFor();
      await look(path, leader);
    }
    await leader.go('/matters?open=false');
    await leader.row(told.closed.number).waitFor();
    await look('list', leader);
    await leader.go('/nowhere');
    await leader.page.getByText(word('ui:error.missing')).waitFor();
    await look('no such screen', leader);
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

  it('on the portal, at the size of a phone', async () => {
    const told = await closed(office().world);
    const resident = await office().resident();
    for (const path of PORTAL_PAGES) {
      await resident.go(path);
      expect([path, (await findingsOn(resident.page)).grave]).toEqual([path, []]);
    }
    await resident.follows(told);
    expect((await findingsOn(resident.page)).grave).toEqual([]);
    const receipt = await resident.reports({ words: '井盖松了。', place: '巷口', area: 'lane' });
    expect(receipt.number).not.toBe('');
    expect((await findingsOn(resident.page)).grave).toEqual([]);
  });
});

const SCREENS_OF_ALL = [
  ['/map', 'matters:web.map.title'],
  ['/map/sheet', 'matters:web.map.sheetTitle'],
  ['/figures', 'matters:web.figures.title'],
  ['/grids', 'places:web.grids.title'],
  ['/premises', 'places:web.premises.title'],
  ['/organisations', 'organisations:web.title'],
  ['/account', 'access:web.account.title'],
  ['/suggestions', 'matters:web.suggestions.title'],
  ['/design', 'ui:design.title'],
] as const;

const PORTAL_PAGES = [
  '',
  'report',
  'follow',
  'map',
  'figures',
  'responsible',
  'rights',
  'privacy',
  'suggest',
];

type Seen = 'reported' | 'filed' | 'dispatched' | 'inHand' | 'closed';

async function oneOfEach({ world }: Office): Promise<Readonly<Record<Seen, Told>>> {
  return {
    reported: await reported(world),
    filed: await filed(world),
    dispatched: await dispatchedTo(world, 'lamps'),
    inHand: await inHand(world),
    closed: await closed(world),
  };
}
