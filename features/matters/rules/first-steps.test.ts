import { describe, expect, it } from 'vitest';
import type { Role } from '#kernel/role.ts';
import { firstSteps, type Records, type StaffedPost } from './first-steps.ts';

const post = (organisationId: string, roles: readonly Role[], holder?: string): StaffedPost => ({
  roles,
  organisationId,
  holders: holder === undefined ? [] : [{ personId: holder, name: holder }],
});

const EMPTY: Records = {
  areas: false,
  posts: [],
  withAccount: new Set(),
  entered: false,
  dispatched: false,
  closed: false,
  evaluated: false,
};

const POSTS = [
  post('centre', ['intake'], 'a'),
  post('centre', ['dispatcher'], 'b'),
  post('centre', ['checker'], 'c'),
  post('street', ['handler'], 'd'),
];

const of = (records: Partial<Records>, step: string) =>
  firstSteps({ ...EMPTY, ...records }).find((one) => one.step === step);

describe('the first steps of a new place', () => {
  it('are all open in an empty one, and say which posts are missing', () => {
    const steps = firstSteps(EMPTY);
    expect(steps.filter(({ done }) => done)).toEqual([]);
    expect(of({}, 'posts')?.missing).toEqual(['intake', 'dispatcher', 'handler', 'checker']);
  });
  it('count a post that nobody holds as a post and not as staffed', () => {
    const posts = POSTS.map((one) => ({ ...one, holders: [] }));
    expect(of({ posts }, 'posts')?.done).toBe(true);
    expect(of({ posts }, 'people')?.missing).toHaveLength(4);
  });
  it('ask for a checker outside the handling unit, since nobody checks the own work', () => {
    const posts = [...POSTS.slice(0, 2), post('street', ['handler', 'checker'], 'd')];
    expect(of({ posts }, 'posts')).toMatchObject({ done: false, missing: [], checkerApart: true });
    expect(of({ posts: POSTS }, 'posts')).toMatchObject({ done: true, checkerApart: false });
  });
  it('name the roles whose holders cannot sign in yet', () => {
    const withAccount = new Set(['a', 'b', 'c']);
    expect(of({ posts: POSTS, withAccount }, 'accounts')?.missing).toEqual(['handler']);
  });
});
