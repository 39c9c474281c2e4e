/** Every screen that somebody can open, who opens it in the demonstration, and how one gets there. */
import type { Locator } from 'playwright-core';
import type { Desk } from './desk.ts';

export interface Screen {
  readonly name: string;
  /** As the desk declares it (`apps/web/screens.ts`): `/matters/$matterId`. */
  readonly route: string;
  /** Below `/desk`: what is typed, or what the menu leads to. */
  readonly path: string;
  /** Whose desk it is, by the name of the demonstration. */
  readonly who: string;
  /** Links pressed one after the other, by their selector, from there. */
  readonly presses?: readonly string[];
  /** Waits for what is drawn rather than read. */
  readonly drawn?: boolean;
  /** Made for paper: the size of its one page in points. */
  readonly paper?: string;
}

const A4 = '595 × 842';
const A3 = '1191 × 842';
const inScheme = { path: '/schemes', who: '征收经办员' };
const SCHEME = '.scheme-name a';

export const deskScreens: readonly Screen[] = [
  { name: 'desk-today', route: '/', path: '', who: '受理员' },
  { name: 'desk-matters', route: '/matters', path: '/matters', who: '督查员' },
  {
    ...{ name: 'desk-groups', route: '/matters', who: '督查员' },
    path: '/matters?open=true&group=handler',
  },
  {
    ...{ name: 'desk-detail', route: '/matters/$matterId', path: '/matters', who: '督查员' },
    presses: ['.matter-row a'],
    drawn: true,
  },
  {
    ...{ name: 'desk-order', route: '/matters/$matterId/orders/$order', who: '派遣员' },
    path: '/matters?open=false',
    ...{ presses: ['.matter-row a', '.detail a[href*="/orders/"]'], paper: A4 },
  },
  { name: 'desk-enter', route: '/enter', path: '/enter', who: '受理员' },
  { name: 'desk-dispatch', route: '/dispatch', path: '/dispatch', who: '派遣员' },
  { name: 'desk-map', route: '/map', path: '/map', who: '督查员', drawn: true },
  {
    ...{ name: 'desk-map-sheet', route: '/map/sheet', path: '/map/sheet', who: '督查员' },
    ...{ drawn: true, paper: A3 },
  },
  { name: 'desk-figures', route: '/figures', path: '/figures', who: '督查员' },
  { name: 'desk-walls', route: '/walls', path: '/walls', who: '督查员' },
  { name: 'desk-organisations', route: '/organisations', path: '/organisations', who: '督查员' },
  { name: 'desk-assignments', route: '/assignments', path: '/assignments', who: '派遣员' },
  { name: 'desk-grids', route: '/grids', path: '/grids', who: '分管领导' },
  {
    ...{ name: 'desk-grid-board', route: '/grids/$areaId/$gridId', path: '/grids' },
    ...{ who: '分管领导', presses: ['main a[href*="/grids/"]'], drawn: true, paper: A4 },
  },
  { name: 'desk-planning', route: '/planning', path: '/planning', who: '派遣员' },
  {
    ...{ name: 'desk-planning-table', route: '/planning/table', path: '/planning/table' },
    ...{ who: '派遣员', drawn: true },
  },
  {
    ...{ name: 'desk-redraw', route: '/redraw', path: '/redraw' },
    ...{ who: '派遣员', drawn: true },
  },
  { name: 'desk-premises', route: '/premises', path: '/premises', who: '分管领导' },
  { name: 'desk-schemes', route: '/schemes', ...inScheme },
  { name: 'desk-scheme-new', route: '/schemes/new', who: '征收经办员', path: '/schemes/new' },
  { name: 'desk-scheme', route: '/schemes/$schemeId', ...inScheme, presses: [SCHEME] },
  {
    ...{ name: 'desk-scheme-compare', route: '/schemes/$schemeId/compare', ...inScheme },
    presses: [SCHEME, 'a[href*="/compare"]'],
  },
  {
    ...{ name: 'desk-scheme-version', route: '/scheme-versions/$versionId', ...inScheme },
    presses: ['a[href*="/scheme-versions/"]'],
  },
  {
    ...{ name: 'desk-scheme-edit', route: '/scheme-versions/$versionId/edit', ...inScheme },
    presses: [SCHEME, 'a[href*="/scheme-versions/"]', 'a[href$="/edit"]'],
  },
  { name: 'desk-areas', route: '/areas', path: '/areas', who: '系统管理员' },
  { name: 'desk-imports', route: '/imports', path: '/imports', who: '系统管理员' },
  { name: 'desk-catalogue', route: '/catalogue', path: '/catalogue', who: '系统管理员' },
  { name: 'desk-people', route: '/people', path: '/people', who: '安全管理员' },
  { name: 'desk-orphans', route: '/orphans', path: '/orphans', who: '安全管理员' },
  {
    name: 'desk-sign-in-rules',
    route: '/sign-in-rules',
    path: '/sign-in-rules',
    who: '安全管理员',
  },
  { name: 'desk-sign-in-log', route: '/sign-in-log', path: '/sign-in-log', who: '审计管理员' },
  { name: 'desk-suggestions', route: '/suggestions', path: '/suggestions', who: '督查员' },
  { name: 'desk-account', route: '/account', path: '/account', who: '督查员' },
  { name: 'desk-tour', route: '/tour', path: '/tour', who: '督查员' },
  { name: 'desk-design', route: '/design', path: '/design', who: '督查员' },
  { name: 'desk-missing', route: '/nowhere', path: '/nowhere', who: '督查员' },
];

/** Screens that need what the demonstration has not; their own journeys look at them. */
export const screensElsewhere = {
  '/imports/$runId': 'imports.test.ts',
  '/planning/$planId': 'planning.test.ts',
  '/walls/$wallId': 'wall.test.ts',
} as const;

export interface PortalPage {
  readonly name: string;
  /** Below the portal's place. */
  readonly path: string;
}

export const portalPages: readonly PortalPage[] = [
  { name: 'portal-home', path: '' },
  { name: 'portal-report', path: 'report' },
  { name: 'portal-follow', path: 'follow' },
  { name: 'portal-map', path: 'map' },
  { name: 'portal-figures', path: 'figures' },
  { name: 'portal-responsible', path: 'responsible' },
  { name: 'portal-rights', path: 'rights' },
  { name: 'portal-privacy', path: 'privacy' },
  { name: 'portal-suggest', path: 'suggest' },
  { name: 'portal-grid-plans', path: 'grid-plans' },
  { name: 'portal-compensation', path: 'compensation' },
  { name: 'portal-scheme', path: 'compensation/changzhi-luzhou' },
  { name: 'portal-calculate', path: 'compensation/changzhi-luzhou/calculate' },
  { name: 'portal-missing', path: 'nowhere' },
];

/** What is still being read, in whatever language. */
const READING = 'main .waiting:not([aria-hidden] .waiting)';

/** By the address, then by its links. */
export async function opens(desk: Desk, screen: Screen): Promise<void> {
  await desk.go(screen.path);
  await isThere(desk, screen);
  await pressesOn(desk, screen, (link) => link.click());
}

/** By the mouse: the menu where it leads there, then links. */
export async function opensByMouse(desk: Desk, screen: Screen): Promise<void> {
  const link = await menuLink(desk, screen);
  if (link === undefined) return opens(desk, screen);
  await leaves(desk, () => link.click());
  await isThere(desk, screen);
  await pressesOn(desk, screen, (one) => one.click());
}

/** By keys alone: the palette where it knows the screen, then links by Enter. */
export async function opensByKeyboard(desk: Desk, screen: Screen): Promise<void> {
  const { page } = desk;
  const link = await menuLink(desk, screen);
  if (link === undefined) await desk.go(screen.path);
  else {
    const name = (await link.locator('span').first().textContent()) ?? '';
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(name);
    await page.getByRole('option', { name, exact: true, selected: true }).waitFor();
    await leaves(desk, () => page.keyboard.press('Enter'));
  }
  await isThere(desk, screen);
  await pressesOn(desk, screen, async (one) => {
    await one.focus();
    await page.keyboard.press('Enter');
  });
}

/** Nothing where the menu has no such screen, or it is the one that is there. */
async function menuLink({ page }: Desk, { path }: Screen): Promise<Locator | undefined> {
  const link = page.locator(`.desk-link[href="/desk${path}"]`);
  const isHere = new URL(page.url()).pathname === `/desk${path}`;
  return path === '' || isHere || (await link.count()) === 0 ? undefined : link;
}

/** The screen before is gone; until then the next one is still loaded. */
async function leaves({ page }: Desk, act: () => Promise<void>): Promise<void> {
  const before = await page.locator('main > *').first().elementHandle();
  await act();
  await before?.waitForElementState('hidden');
}

async function pressesOn(
  desk: Desk,
  screen: Screen,
  press: (link: Locator) => Promise<void>,
): Promise<void> {
  const { page } = desk;
  for (const selector of screen.presses ?? []) {
    const before = page.url();
    await press(page.locator(selector).first());
    await page.waitForURL((url) => url.href !== before);
    await isThere(desk, screen);
  }
}

/** Milliseconds that pictures take to arrive, and maps to be drawn. */
const SETTLES = 150;
const DRAWN = 1_500;

async function isThere({ page }: Desk, { drawn = false }: Screen): Promise<void> {
  // On a phone a list gives way to what was opened from it, its head too.
  await page.getByRole('main').getByText(/\S/).filter({ visible: true }).first().waitFor();
  await page.locator(READING).first().waitFor({ state: 'detached' });
  await page.waitForTimeout(drawn ? DRAWN : SETTLES);
}
