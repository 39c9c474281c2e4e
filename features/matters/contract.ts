/**
 * What the outside may ask of matters: the one entry to `contract/`, whose files
 * hold one idea each (ADR 0038). Everybody outside that folder imports from here.
 */
export { changeDuty, listLimits, setCommunityDuty, setLimit } from './contract/catalogue.ts';
export { Category, listCategories } from './contract/categories.ts';
export { newsOfMatters, todayMatters } from './contract/day.ts';
export { FigureSet, getFigures } from './contract/figures.ts';
export { MatterFilter } from './contract/filter.ts';
export { firstStepsOf } from './contract/first-steps.ts';
export { actAsReporter, FollowedMatter, followMatter } from './contract/follow.ts';
export { publicCategories, publicFigures, publicMap } from './contract/for-everybody.ts';
export { countMatters, exportMatters, groupMatters, listMatters } from './contract/list.ts';
export { mattersInBox, matterTile } from './contract/map.ts';
export {
  getMatter,
  MatterDetail,
  MatterSummary,
  TimelineEntry,
  URGENCIES,
} from './contract/matter.ts';
export { matterOrder } from './contract/orders.ts';
export {
  copyOwnData,
  correctContact,
  eraseOwnData,
  OwnData,
  ownData,
} from './contract/own-data.ts';
export { matterPhoto, publicUploadPhoto, uploadPhoto } from './contract/photos.ts';
export { lookAtMatter } from './contract/presence.ts';
export { enterMatter, reportMatter } from './contract/report.ts';
export { revealReporter } from './contract/reporter.ts';
export { actOnMatter, previewAction, similarMatters, suggestUnits } from './contract/steps.ts';
export {
  answerSuggestion,
  followSuggestion,
  listSuggestions,
  ownSuggestions,
  StoredSuggestion,
  suggest,
  suggestAsStaff,
} from './contract/suggestions.ts';
export {
  changeView,
  chooseFirstView,
  listViews,
  removeView,
  saveView,
  View,
} from './contract/views.ts';
export { WallFrame, wallBoard, wallLive, wallShapes } from './contract/wall.ts';
export {
  allowWall,
  listWalls,
  revokeWall,
  showWall,
  turnWall,
  WALL_DAYS,
  WALL_KEEPERS,
  WALL_PRESENTERS,
} from './contract/walls.ts';

// What of the rules screens and other features use as well.
export { ActionInput, REJECTION_CLASSES, TEXT_LIMIT, TITLE_LIMIT } from './rules/action-input.ts';
export { BULK_MOST, type BulkAction, bulkActionsFor } from './rules/bulk.ts';
export {
  COLUMNS,
  type Column,
  columnsOf,
  GROUPINGS,
  type Grouping,
  SORTS,
  type Sort,
  USUAL_COLUMNS,
} from './rules/list-shape.ts';
export { ORDERS, type Order, type OrderFacts, orderFacts, ordersOf } from './rules/order.ts';
export { ERASABLES, type KeptReason } from './rules/own-data.ts';
export { STATES, type State, type Step } from './rules/states.ts';
export { ACTIONS, type Action, AWAITED } from './rules/transitions.ts';
export { VIEW_KEYS, VIEW_NAME_LIMIT, type ViewQuery } from './rules/view.ts';
export {
  type Board,
  INDICATORS,
  SCENES,
  type Scene,
  type WallArea,
  type WallCategory,
  type WallRate,
} from './rules/wall/board.ts';
