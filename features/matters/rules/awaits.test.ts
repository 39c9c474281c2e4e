import { describe, expect, it } from 'vitest';
import type { Grant } from '#kernel/context.ts';
import type { OrganisationId, PostId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';
import { taskOf, type Waiting } from './awaits.ts';

const LAMPS = 'lamps' as OrganisationId;
const held = (role: Role, areaPath = '', organisationId = 'office' as OrganisationId): Grant => ({
  role,
  postId: `post of ${role}` as PostId,
  organisationId,
  areaPath,
  substitute: false,
});
const matter = (of: Partial<Waiting>): Waiting => ({
  state: 'handling',
  areaPath: '001',
  handlerOrganisationId: LAMPS,
  extensionUntil: null,
  ...of,
});

describe('what a matter asks of whoever finds it in the day', () => {
  it('is what its state awaits of the role', () => {
    expect(taskOf(matter({}), [held('handler', '', LAMPS)])).toBe('answer');
    expect(taskOf(matter({ state: 'reported' }), [held('intake')])).toBe('file');
    expect(taskOf(matter({ state: 'disputed' }), [held('dispatcher')])).toBe('settle_dispute');
    expect(taskOf(matter({ state: 'shelved' }), [held('leader')])).toBe('resume');
  });

  it('is the decision on an extension before anything else', () => {
    const asked = matter({ extensionUntil: '2026-11-20T00:00:00.000Z' });
    expect(taskOf(asked, [held('dispatcher')])).toBe('decide_extension');
    expect(taskOf(asked, [held('handler', '', LAMPS)])).toBe('answer');
  });

  it('is supervision where it has climbed to a post that cannot do the step itself', () => {
    expect(taskOf(matter({}), [held('leader')])).toBe('supervise');
    expect(taskOf(matter({}), [held('handler', '', 'others' as OrganisationId)])).toBe('supervise');
    expect(taskOf(matter({ state: 'answered' }), [held('checker', '002')])).toBe('supervise');
  });
});
