/** All routes of the portal, for the server to register beside those of the features. */
import type { RawRoute } from '#platform/http/route.ts';
import { COMPENSATION_ROUTES } from './compensation-routes.ts';
import { FOLLOW_ROUTES } from './follow-routes.ts';
import { LOST_ROUTES } from './lost-routes.ts';
import { OWN_DATA_ROUTES } from './own-data-routes.ts';
import { pageRoute } from './page-route.ts';
import { PLAN_ROUTES } from './plan-routes.ts';
import type { PortalOptions } from './ports.ts';
import { READING_ROUTES } from './reading-routes.ts';
import { REPORT_ROUTES } from './report-routes.ts';
import { SUGGEST_ROUTES } from './suggest-routes.ts';

export { ASSETS_PATH, readAssets } from './assets.ts';
export type { PortalOptions, PortalPorts } from './ports.ts';

export function portalRoutes(options: PortalOptions): readonly RawRoute[] {
  return [
    ...READING_ROUTES,
    ...REPORT_ROUTES,
    ...FOLLOW_ROUTES,
    ...OWN_DATA_ROUTES,
    ...SUGGEST_ROUTES,
    ...COMPENSATION_ROUTES,
    ...PLAN_ROUTES,
    ...LOST_ROUTES,
  ].map((route) => pageRoute(options, route));
}
