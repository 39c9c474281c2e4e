/**
 * The one catalogue of refusals. A code is stable and public (API, CLI,
 * documentation); its sentence for the person stands in `kernel/locale`.
 * `kind` says what sort of refusal it is; only `platform/http` makes an HTTP
 * status of it and only the command line an exit code.
 */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'too_large'
  | 'too_many'
  | 'unavailable';

export const REFUSALS = {
  // what came in is not of the form
  'input.invalid': 'invalid',
  'input.too_long': 'invalid',
  'input.too_large': 'too_large',
  'input.impossible_date': 'invalid',
  'input.unknown_code': 'invalid',
  'input.encoding': 'invalid',
  'code.form': 'invalid',
  'code.check_digit': 'invalid',
  'geometry.off_earth': 'invalid',
  'geometry.swapped': 'invalid',
  'geometry.self_crossing': 'invalid',
  'geometry.invalid': 'invalid',
  'file.not_an_image': 'invalid',
  'file.too_large': 'too_large',
  'file.too_many_pixels': 'too_large',
  'file.bomb': 'too_large',
  'file.unreadable': 'invalid',
  'file.unknown': 'missing',
  // files of records
  'import.mapping': 'invalid',
  'import.column_missing': 'invalid',
  'import.value_missing': 'invalid',
  'import.value_unknown': 'invalid',
  'import.number': 'invalid',
  'import.duplicate_key': 'conflict',
  'import.parent_unknown': 'invalid',
  'import.order': 'invalid',
  'import.left_empty': 'invalid',
  'import.taken_over': 'conflict',
  'import.out_of_reach': 'forbidden',
  'import.run_unknown': 'missing',
  'import.run_state': 'conflict',
  // areas, grids, sites
  'place.unknown': 'missing',
  'place.layer_unknown': 'missing',
  'place.period': 'invalid',
  'place.too_many': 'invalid',
  'place.no_area': 'missing',
  'place.copy_running': 'conflict',
  'place.code_taken': 'conflict',
  'place.ended': 'conflict',
  'place.top': 'conflict',
  'place.ending_day': 'invalid',
  'place.still_in_use': 'conflict',
  // who asks
  'access.sign_in_required': 'unauthenticated',
  'access.credentials': 'unauthenticated',
  'access.locked_out': 'too_many',
  'access.second_factor_required': 'forbidden',
  'access.code_used': 'unauthenticated',
  'access.password_common': 'invalid',
  'access.password_short': 'invalid',
  'access.not_allowed': 'forbidden',
  'access.separation_of_duties': 'forbidden',
  'access.link_unknown': 'unauthenticated',
  'access.code_wrong': 'unauthenticated',
  'access.tenant_choice': 'forbidden',
  'access.name_taken': 'conflict',
  'access.name_invalid': 'invalid',
  'access.account_exists': 'conflict',
  'access.account_unknown': 'missing',
  'access.session_unknown': 'missing',
  'access.second_factor_enrolled': 'conflict',
  'request.too_many': 'too_many',
  'request.not_found': 'missing',
  // commands
  'command.reused_id': 'conflict',
  'command.stale': 'conflict',
  'command.in_flight': 'conflict',
  // organisations, people, posts
  'organisation.unknown': 'missing',
  'organisation.closed': 'conflict',
  'organisation.too_deep': 'invalid',
  'organisation.still_in_use': 'conflict',
  'organisation.code_taken': 'conflict',
  'organisation.credit_code': 'invalid',
  'organisation.area_unknown': 'invalid',
  'organisation.moved': 'conflict',
  'person.unknown': 'missing',
  'person.identity_taken': 'conflict',
  'person.identity_invalid': 'invalid',
  'post.unknown': 'missing',
  'post.closed': 'conflict',
  'post.still_held': 'conflict',
  'appointment.unknown': 'missing',
  'appointment.period': 'invalid',
  'appointment.overlap': 'conflict',
  'appointment.own': 'forbidden',
  'assignment.period': 'invalid',
  'assignment.post': 'invalid',
  'assignment.place': 'invalid',
  // matters
  'matter.unknown': 'missing',
  'matter.number_taken': 'unavailable',
  'matter.state': 'conflict',
  'matter.own_handling': 'forbidden',
  'matter.reopen_period': 'conflict',
  'matter.no_extension_asked': 'conflict',
  'matter.extension_pending': 'conflict',
  'matter.evidence_missing': 'invalid',
  'matter.merge_target': 'invalid',
  'matter.review_date': 'invalid',
  'matter.extension_date': 'invalid',
  'matter.accused_unit': 'conflict',
  'matter.not_main_handler': 'conflict',
  'matter.category_unknown': 'invalid',
  'matter.organisation_unknown': 'invalid',
  'matter.area_unknown': 'invalid',
  'matter.follow_unknown': 'missing',
  // walls
  'wall.code_unknown': 'missing',
  'wall.unknown': 'missing',
  'wall.ended': 'conflict',
  'matter.view_unknown': 'missing',
  'matter.no_order': 'missing',
  'matter.view_share': 'forbidden',
  'matter.views_many': 'conflict',
  // compensation schemes
  'scheme.unknown': 'missing',
  'scheme.area': 'missing',
  'scheme.state': 'conflict',
  'scheme.open_version': 'conflict',
  'scheme.own_work': 'forbidden',
  'scheme.has_errors': 'conflict',
  'scheme.reason_missing': 'invalid',
  'scheme.code_taken': 'conflict',
  'scheme.code_changed': 'conflict',
  'scheme.label_taken': 'conflict',
  // planning
  'planning.no_points': 'invalid',
  'planning.coordinate': 'invalid',
  'planning.degrees': 'invalid',
  'planning.too_wide': 'invalid',
  'planning.weight': 'invalid',
  'planning.no_weight': 'invalid',
  'planning.target': 'invalid',
  'planning.tolerance': 'invalid',
  'planning.bounds': 'invalid',
  'planning.too_many_grids': 'invalid',
  'planning.links': 'invalid',
  'planning.people': 'invalid',
  'planning.capacity': 'invalid',
  'planning.cost': 'invalid',
  'planning.rounds': 'invalid',
  'planning.walker': 'invalid',
  'planning.checkpoint': 'invalid',
  // plans for grids
  'plan.unknown': 'missing',
  'plan.state': 'conflict',
  'plan.period': 'invalid',
  'plan.begins': 'invalid',
  'plan.own': 'forbidden',
  'plan.consulting': 'conflict',
  'plan.unanswered': 'conflict',
  'plan.overtaken': 'conflict',
  'plan.grids': 'invalid',
  'plan.geometry': 'invalid',
  'plan.area': 'invalid',
  'plan.point_elsewhere': 'invalid',
  'plan.not_heard': 'conflict',
  'plan.opinion_unknown': 'missing',
  'plan.notice_unknown': 'missing',
  'premise.unknown': 'missing',
  'premise.kind': 'invalid',
  'premise.name_taken': 'conflict',
  'premise.too_many': 'too_large',
  'redraw.crosses': 'conflict',
  'redraw.fixed': 'conflict',
  'redraw.line_ends': 'invalid',
  'redraw.line_once': 'invalid',
  'redraw.not_neighbours': 'conflict',
  'redraw.other_part': 'conflict',
  'redraw.empty': 'conflict',
  'redraw.unclean': 'conflict',
  'suggestion.unknown': 'missing',
  'service.unavailable': 'unavailable',
  'service.fault': 'unavailable',
} as const satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal that was expected: its code, where in the input, and what fills its sentence. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Path of the field in the input, dots between steps: `place.point`. */
  readonly field?: string;
  /** Values for the sentence: limits, names, the present state. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  /** For conflicts: the present state, so that the answer shows what changed. */
  readonly present?: unknown;
}

export function refusalKind(code: RefusalCode): RefusalKind {
  return REFUSALS[code];
}
