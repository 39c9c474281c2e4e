/** `/` leads to the right place: the portal of the one place there is, or the list of them on the desk's sign-in. */
import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database/database.ts';
import { allTenants } from '#platform/tenants/tenants.ts';

export function frontDoor(app: FastifyInstance, database: Database): void {
  app.get('/', async (_request, reply) => {
    const tenants = await allTenants(database);
    const only = tenants.length === 1 ? tenants[0] : tenants.find((one) => one.demonstration);
    return reply.redirect(only === undefined ? '/desk' : `/t/${only.slug}/`);
  });
}
