/** What the server and the features below may use of organisations. */
export { add as addPerson } from './add-person.ts';
export { AGGREGATES as ORGANISATION_AGGREGATES } from './aggregates.ts';
export { giveAppointment, giveSubstitution } from './appointment-commands.ts';
export { appointmentSource } from './appointments.ts';
export { foundingOf } from './found-organisation.ts';
export { gridWorkerSource } from './grid-workers.ts';
export { organisationsImporter } from './import-organisations.ts';
export { peopleImporter } from './import-people.ts';
export type { HandOver, OpenWorkSource } from './open-work-source.ts';
export { create as createOrganisation, tellContact } from './organisation-commands.ts';
export { beginPost } from './post-commands.ts';
export { organisationsRoutes } from './routes.ts';
export { organisationSearch } from './search-sources.ts';
export { organisationsInAreas, organisationsTakeBack, organisationsUses } from './take-back.ts';
