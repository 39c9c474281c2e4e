import { describe, expect, it } from 'vitest';
import type { OrganisationId } from '#kernel/ids.ts';
import { type Candidate, suggest } from './routing.ts';

const id = (name: string) => name as OrganisationId;
const owner: Candidate = {
  organisationId: id('lamps'),
  kind: 'department',
  basis: 'owner',
  areaPath: '01',
};
const street: Candidate = {
  organisationId: id('street'),
  kind: 'street_office',
  basis: 'territory',
  areaPath: '0102',
};
const community: Candidate = {
  organisationId: id('community'),
  kind: 'community',
  basis: 'territory',
  areaPath: '010203',
};
const all = [community, street, owner];
const names = (list: readonly Candidate[]) => list.map((one) => one.organisationId);

describe('whose a matter is', () => {
  it('a component goes to its owner first, then to the territory, the nearest first', () => {
    const order = suggest({ kind: 'component', communityMayHandle: true }, all, null);
    expect(names(order)).toEqual(['lamps', 'community', 'street']);
  });

  it('an event goes to the territory first, then to the owner', () => {
    const order = suggest({ kind: 'event', communityMayHandle: true }, all, null);
    expect(names(order)).toEqual(['community', 'street', 'lamps']);
  });

  it('a community is not made main handler of what is off the list of its duties', () => {
    const order = suggest({ kind: 'event', communityMayHandle: false }, all, null);
    expect(names(order)).toEqual(['street', 'lamps', 'community']);
    expect(order.map((one) => one.lawful)).toEqual([true, true, false]);
  });

  it('the unit the words accuse is not among them', () => {
    const order = suggest({ kind: 'event', communityMayHandle: true }, all, id('street'));
    expect(names(order)).not.toContain('street');
  });
});
