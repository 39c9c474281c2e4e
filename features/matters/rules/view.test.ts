import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#kernel/context.ts';
import type { OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import { mayChangeView, maySeeView, mayShareWith, type OwnedView, type Viewer } from './view.ts';

const grantIn = (organisationId: string): Grant => ({
  role: 'handler',
  postId: 'post' as PostId,
  organisationId: organisationId as OrganisationId,
  areaPath: '001',
  substitute: false,
});
const viewer: fc.Arbitrary<Viewer> = fc.record({
  personId: fc.constantFrom('a', 'b').map((id) => id as PersonId),
  grants: fc.subarray(['lamps', 'roads']).map((units) => units.map(grantIn)),
});
const view = fc.record({
  ownerId: fc.constantFrom('a', 'b').map((id) => id as PersonId),
  organisationId: fc.option(fc.constantFrom('lamps', 'roads').map((id) => id as OrganisationId)),
});
const check = (law: (one: OwnedView, who: Viewer) => void) =>
  fc.assert(fc.property(view, viewer, law), { seed: 20261126, numRuns: 300 });

describe('a view of the list', () => {
  it('is changed by nobody who does not see it', () => {
    check((one, who) => {
      if (mayChangeView(one, who)) expect(maySeeView(one, who)).toBe(true);
    });
  });

  it('that is shared with nobody is seen and changed by its owner alone', () => {
    check(({ ownerId }, who) => {
      const own = { ownerId, organisationId: null };
      expect(maySeeView(own, who)).toBe(ownerId === who.personId);
      expect(mayChangeView(own, who)).toBe(ownerId === who.personId);
    });
  });

  it('that is shared belongs to the organisation, also when its owner has left it', () => {
    check((one, who) => {
      if (one.organisationId === null) return;
      const member = who.grants.some((grant) => grant.organisationId === one.organisationId);
      expect(mayChangeView(one, who)).toBe(member);
      expect(mayShareWith(one.organisationId, who)).toBe(member);
    });
  });
});
