/**
 * What the outside may ask of organisations, people, posts and appointments: the one
 * entry to `contract/`, whose files hold one idea each (ADR 0038). Everybody outside
 * that folder imports from here.
 */
export {
  appoint,
  endAppointment,
  endSubstitute,
  nameSubstitute,
  type SubstituteId,
} from './contract/appointments.ts';
export { assignmentGround, MOST_SHARED, saveAssignment } from './contract/assignments.ts';
export { type Contact, changeContact } from './contract/contact.ts';
export { ladder, nameLadder } from './contract/ladder.ts';
export { handOver, openOfPost, orphans } from './contract/open-work.ts';
export {
  closeOrganisation,
  createOrganisation,
  getOrganisation,
  listOrganisations,
  OrganisationSummary,
  renameOrganisation,
} from './contract/organisations.ts';
export { addPerson, getPerson, searchPeople } from './contract/people.ts';
export { closePost, createPost, myPosts, PostDetail } from './contract/posts.ts';
