/** Every screen that somebody can open, and who opens it. */
export interface Photographed {
  readonly name: string;
  /** Path below `/desk` or below the portal's place. */
  readonly path: string;
  /** Whose desk it is, by the name of the demonstration; undefined on the portal. */
  readonly who?: string;
  /** Waits for what is drawn rather than read. */
  readonly drawn?: boolean;
}

export const deskScreens: readonly Photographed[] = [
  { name: 'desk-today', path: '', who: '受理员' },
  { name: 'desk-matters', path: '/matters?open=true', who: '督查员' },
  { name: 'desk-groups', path: '/matters?open=true&group=handler', who: '督查员' },
  { name: 'desk-detail', path: 'first matter', who: '督查员', drawn: true },
  { name: 'desk-enter', path: '/enter', who: '受理员' },
  { name: 'desk-dispatch', path: '/dispatch', who: '派遣员' },
  { name: 'desk-map', path: '/map', who: '督查员', drawn: true },
  { name: 'desk-map-sheet', path: '/map/sheet', who: '督查员', drawn: true },
  { name: 'desk-figures', path: '/figures', who: '督查员' },
  { name: 'desk-walls', path: '/walls', who: '督查员' },
  { name: 'desk-organisations', path: '/organisations', who: '督查员' },
  { name: 'desk-grids', path: '/grids', who: '分管领导' },
  { name: 'desk-planning', path: '/planning', who: '派遣员' },
  { name: 'desk-planning-table', path: '/planning/table', who: '派遣员', drawn: true },
  { name: 'desk-schemes', path: '/schemes', who: '分管领导' },
  { name: 'desk-areas', path: '/areas', who: '系统管理员' },
  { name: 'desk-imports', path: '/imports', who: '系统管理员' },
  { name: 'desk-catalogue', path: '/catalogue', who: '系统管理员' },
  { name: 'desk-people', path: '/people', who: '安全管理员' },
  { name: 'desk-orphans', path: '/orphans', who: '安全管理员' },
  { name: 'desk-sign-in-rules', path: '/sign-in-rules', who: '安全管理员' },
  { name: 'desk-sign-in-log', path: '/sign-in-log', who: '审计管理员' },
  { name: 'desk-suggestions', path: '/suggestions', who: '督查员' },
  { name: 'desk-account', path: '/account', who: '督查员' },
  { name: 'desk-design', path: '/design', who: '督查员' },
  { name: 'desk-missing', path: '/nowhere', who: '督查员' },
];

export const portalPages: readonly Photographed[] = [
  { name: 'portal-home', path: '' },
  { name: 'portal-report', path: 'report' },
  { name: 'portal-follow', path: 'follow' },
  { name: 'portal-map', path: 'map' },
  { name: 'portal-figures', path: 'figures' },
  { name: 'portal-responsible', path: 'responsible' },
  { name: 'portal-rights', path: 'rights' },
  { name: 'portal-privacy', path: 'privacy' },
  { name: 'portal-suggest', path: 'suggest' },
  { name: 'portal-missing', path: 'nowhere' },
];
