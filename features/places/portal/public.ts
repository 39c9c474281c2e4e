/** What apps may use of these pages; the frame and the form's reading are the portal's own. */
export type { PlanCall, PlanPage } from './call.ts';
export {
  heardNotes,
  type OpinionForm,
  opinionErrors,
  opinionSentPage,
  PLANS_PATH,
  planPage,
  plansPage,
  replyPage,
} from './plan-pages.ts';
