/** Says whose duty the categories are, and where: the list of duties of the place. */
import type { Context } from '#kernel/context.ts';
import type { CategoryId, CommandId, OrganisationId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { command } from '#platform/command/command.ts';
import type { Services } from '#platform/services.ts';

export interface Duty {
  readonly categoryId: CategoryId;
  readonly organisationId: OrganisationId;
  readonly areaPath: string;
  readonly basis: 'owner' | 'territory';
}

export function setDuties(
  services: Services,
  context: Context,
  commandId: CommandId,
  duties: readonly Duty[],
): Promise<Outcome<{ readonly count: number }>> {
  return command(services, context, {
    id: commandId,
    name: 'matters.set_duties',
    body: duties,
    opening: [],
    decide: () =>
      done({
        answer: { count: duties.length },
        changes: [],
        also: duties.map((duty) => ({
          sql: `insert into duties (tenant_id, category_id, organisation_id, area_path, basis)
            values ($1, $2, $3, $4, $5) on conflict do nothing`,
          parameters: [
            context.tenantId,
            duty.categoryId,
            duty.organisationId,
            duty.areaPath,
            duty.basis,
          ],
        })),
      }),
  });
}
