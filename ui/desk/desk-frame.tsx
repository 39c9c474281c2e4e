/** The frame around every screen of the desk: where to go, search, who I am. */
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './account-menu.tsx';
import './desk-frame.css';
import { useNarrow } from '../theme/use-media.ts';
import type { Identity } from './identity.ts';
import { LiveMark } from './live-mark.tsx';
import { Palette } from './palette/palette.tsx';
import type { Offered } from './palette/use-groups.ts';
import { DESK_GROUPS, type DeskGroup } from './screen.ts';

export interface NavItem {
  readonly path: string;
  readonly label: string;
  readonly words: string;
  readonly group: DeskGroup;
  readonly count?: number | undefined;
}

interface DeskFrameProps {
  readonly items: readonly NavItem[];
  readonly identity: Identity;
  readonly demonstration: boolean;
  readonly palette: Offered;
  readonly signOut: () => void;
}

export function DeskFrame(props: DeskFrameProps): ReactNode {
  const { t } = useTranslation('ui');
  const main = useRef<HTMLElement>(null);
  const nav = useRef<HTMLElement>(null);
  useArrival(main);
  useCurrentInSight(nav);
  return (
    <div className="desk">
      <a className="desk-skip" href="#main">
        {t('desk.skip')}
      </a>
      <header className="desk-top">
        <span className="desk-mark desk-mark-top">{t('desk.mark')}</span>
        <Palette {...props.palette} />
        {props.demonstration && (
          <Link to="/tour" className="desk-demo" title={t('tour.title')}>
            {t('desk.demonstration')}
          </Link>
        )}
        <LiveMark />
        <AccountMenu identity={props.identity} signOut={props.signOut} />
      </header>
      <nav ref={nav} className="desk-nav" aria-label={t('desk.nav')}>
        <span className="desk-mark">{t('desk.mark')}</span>
        {DESK_GROUPS.map((group) => (
          <NavGroup key={group} group={group} items={props.items} />
        ))}
      </nav>
      <main ref={main} id="main" className="desk-main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

/** The focus goes to a screen that was opened, where it was lost with what opened it: Tab begins there. */
function useArrival(main: RefObject<HTMLElement | null>): void {
  const screen = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(screen);
  useEffect(() => {
    const isFirst = before.current === undefined;
    before.current = screen;
    if (isFirst || document.activeElement !== document.body) return;
    main.current?.focus({ preventScroll: true });
  }, [screen, main]);
}

/** On a phone the menu is a row that is broader than the screen: it moves to where one is. */
function useCurrentInSight(nav: RefObject<HTMLElement | null>): void {
  const screen = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const narrow = useNarrow();
  useEffect(() => {
    // Where the menu is a column, to ask where it stands would only make a press wait.
    if (screen === undefined || !narrow) return;
    const current = nav.current?.querySelector('[aria-current="page"]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [screen, narrow, nav]);
}

function NavGroup({
  group,
  items,
}: Pick<DeskFrameProps, 'items'> & { readonly group: DeskGroup }): ReactNode {
  const { t } = useTranslation('ui');
  const own = items.filter((item) => item.group === group);
  if (own.length === 0) return null;
  return (
    <>
      <h2 className="desk-group">{t(`desk.group.${group}`)}</h2>
      <ul>
        {own.map((item) => (
          <li key={item.path}>
            <Link to={item.path} className="desk-link" activeProps={{ 'aria-current': 'page' }}>
              <span>{item.label}</span>
              {item.count !== undefined && item.count > 0 && (
                <span className="desk-count">{item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
