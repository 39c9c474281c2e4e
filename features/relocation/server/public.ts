/** What the application takes from relocation: routes of the desk, aggregates, and what the portal's pages ask. */
import { type AnyRoute, route } from '#platform/http/route.ts';
import { type Uses, usesBy } from '#platform/import/take-back.ts';
import * as contract from '../contract.ts';
import { keyFingerprints, publishedScheme, publishedSchemes, trialFile } from './published.ts';
import { begin, beginAnother, save, step } from './scheme-commands.ts';
import { scheme, schemes, version } from './scheme-reads.ts';

export { SCHEME_AGGREGATES } from './aggregates.ts';
export type { PublishedScheme } from './published.ts';
export {
  begin as beginScheme,
  beginAnother,
  save as saveVersion,
  step as stepVersion,
} from './scheme-commands.ts';
export { pageScript } from './statement/script.ts';

export const relocationRoutes: readonly AnyRoute[] = [
  route(contract.listSchemes, schemes),
  route(contract.beginScheme, begin),
  route(contract.getScheme, scheme),
  route(contract.beginVersion, beginAnother),
  route(contract.getVersion, version),
  route(contract.saveVersion, save),
  route(contract.stepVersion, step),
];

/** What the portal's pages of compensation ask; nothing of it writes. */
export const compensationPorts = {
  publishedSchemes,
  publishedScheme,
  keyFingerprints,
  trialFile,
};

/** Schemes that hold or are in the making stand in the way of an area that is to end. */
export const schemesInAreas: readonly Uses[] = [
  usesBy('area', 'schemes', {
    table: 'schemes',
    idColumn: 'scheme_id',
    column: 'area_id',
    still: `(current_version_id is not null or exists (
      select from scheme_versions v where v.tenant_id = schemes.tenant_id
        and v.scheme_id = schemes.scheme_id and v.state in ('draft', 'submitted')))`,
  }),
];

/** What schemes use of places, for who takes an import of areas back. */
export const schemesUses: readonly Uses[] = [
  usesBy('area', 'schemes', { table: 'schemes', column: 'area_id' }),
];
