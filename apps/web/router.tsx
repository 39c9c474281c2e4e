/** The addresses of the desk, made from the screens of the features. */
import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { queryText } from '#ui/client/address.ts';
import type { DeskScreen } from '#ui/desk/screen.ts';
import { NoScreen, ScreenFailed, ScreenWaits } from './screen-states.tsx';
import { Shell } from './shell.tsx';

export function makeRouter(screens: readonly DeskScreen[]) {
  const root = createRootRoute({
    component: Shell,
    notFoundComponent: NoScreen,
    errorComponent: ScreenFailed,
  });
  const outer = screens.filter(({ inside }) => inside === undefined);
  const routes = outer.map((screen) => {
    const route = routeOf(root, screen.path, screen);
    const inner = screens.filter(({ inside }) => inside === screen.path);
    return route.addChildren(
      inner.map((child) => routeOf(route, child.path.slice(screen.path.length), child)),
    );
  });
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: '/desk',
    defaultPreload: 'intent',
    defaultPendingComponent: ScreenWaits,
    defaultErrorComponent: ScreenFailed,
    // The address is the query of the request: plain texts, lists with commas.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const text = queryText(search);
      return text === '' ? '' : `?${text}`;
    },
  });
}

function routeOf(parent: AnyRoute, path: string, screen: DeskScreen): AnyRoute {
  // What opens inside of another screen has the kit of that one.
  const bare = screen.plain === true || screen.inside !== undefined;
  return createRoute({
    getParentRoute: () => parent,
    path,
    component: lazyRouteComponent(bare ? screen.load : withKit(screen.load)),
  });
}

type Load = () => Promise<{ default: ComponentType }>;

function withKit(load: Load): Load {
  return async () => {
    const [{ Kit }, { default: Screen }] = await Promise.all([import('#ui/theme/kit.tsx'), load()]);
    const InKit: ComponentType = () => (
      <Kit>
        <Screen />
      </Kit>
    );
    return { default: InKit };
  };
}
