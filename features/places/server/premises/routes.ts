/** The entries of estates, buildings, entrances and rooms. */
import { type AnyRoute, route } from '#platform/http/route.ts';
import * as contract from '../../contract.ts';
import { add, end, rename } from './commands.ts';
import { building, estates, found, premises } from './reads.ts';

export const premiseRoutes: readonly AnyRoute[] = [
  route(contract.listEstates, estates),
  route(contract.listPremises, premises),
  route(contract.getBuilding, building),
  route(contract.findPremises, found),
  route(contract.addPremises, add),
  route(contract.renamePremise, rename),
  route(contract.endPremise, end),
];
