/** `lianxin import matters FILE`: records of another system become matters with their past. */
import { defineImporter } from '#platform/import/importer.ts';
import { MATTER_FIELDS, type MatterRow } from './fields.ts';
import { writeMatters } from './write-batch.ts';

export const mattersImporter = defineImporter<typeof MATTER_FIELDS>({
  name: 'matters',
  fields: MATTER_FIELDS,
  key: 'key',
  // The reader has checked the choices that the type of a row does not carry.
  write: (services, context, rows, options) =>
    writeMatters(services, context, rows as readonly MatterRow[], options),
});
