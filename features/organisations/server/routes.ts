/** The entries of organisations, people, posts and appointments. */
import { type AnyRoute, route } from '#platform/http/route.ts';
import * as contract from '../contract.ts';
import { add } from './add-person.ts';
import {
  giveAppointment,
  giveSubstitution,
  stopAppointment,
  stopSubstitution,
} from './appointment-commands.ts';
import { assignmentOf, assignPlaces } from './assignments.ts';
import { handOverPost } from './hand-over.ts';
import { list } from './list-organisations.ts';
import { listOrphans } from './list-orphans.ts';
import { mine, showLadder } from './my-posts.ts';
import { nameSteps } from './name-ladder.ts';
import { showOpen } from './open-of-post.ts';
import type { OpenWorkSource } from './open-work-source.ts';
import { close, create, rename, tellContact } from './organisation-commands.ts';
import { beginPost, endPost } from './post-commands.ts';
import { search } from './search-people.ts';
import { show } from './show-organisation.ts';
import { showPerson } from './show-person.ts';

/** @param openWork what features below have open in the hands of posts */
export function organisationsRoutes(openWork: readonly OpenWorkSource[]): readonly AnyRoute[] {
  return [
    route(contract.listOrganisations, list),
    route(contract.getOrganisation, show),
    route(contract.createOrganisation, create),
    route(contract.renameOrganisation, rename),
    route(contract.changeContact, tellContact),
    route(contract.closeOrganisation, close),
    route(contract.createPost, beginPost),
    route(contract.closePost, endPost),
    route(contract.addPerson, add),
    route(contract.searchPeople, search),
    route(contract.getPerson, showPerson),
    route(contract.appoint, giveAppointment),
    route(contract.endAppointment, stopAppointment),
    route(contract.nameSubstitute, giveSubstitution),
    route(contract.endSubstitute, stopSubstitution),
    route(contract.handOver, (services, context, input) =>
      handOverPost(services, openWork, context, input),
    ),
    route(contract.assignmentGround, assignmentOf),
    route(contract.saveAssignment, assignPlaces),
    route(contract.myPosts, mine),
    route(contract.ladder, showLadder),
    route(contract.nameLadder, nameSteps),
    route(contract.openOfPost, (services, context, input) =>
      showOpen(services, openWork, context, input),
    ),
    route(contract.orphans, (services, context) => listOrphans(services, openWork, context)),
  ];
}
