/** The first steps of a new place. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { ROLES } from '#kernel/role.ts';
import { FIRST_STEPS, NEEDED_ROLES } from '../rules/first-steps.ts';

/** How far a new place has come, from its records. */
export const firstStepsOf = endpoint({
  id: 'matters.first_steps',
  method: 'GET',
  path: '/api/matters/first-steps',
  kind: 'read',
  audience: ['system_admin', 'security_admin', 'audit_admin'],
  summary: 'The way from an empty system to the first evaluated matter: what is done, by whom next',
  answer: z.object({
    done: z.boolean(),
    steps: z.array(
      z.object({
        step: z.enum(FIRST_STEPS),
        done: z.boolean(),
        missing: z.array(z.enum(NEEDED_ROLES)),
        checkerApart: z.boolean(),
        doer: z.enum([...ROLES, 'reporter']),
        /** Names of people who hold the role today, a few. */
        people: z.array(z.string()),
      }),
    ),
  }),
});
