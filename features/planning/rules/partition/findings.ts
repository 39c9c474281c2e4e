/** What could not be as asked, and where: told with the result, never kept quiet. */

export type Finding =
  /** A piece whose weight no number of grids brings within bounds. */
  | {
      readonly code: 'indivisible';
      readonly part: number;
      readonly at: number;
      readonly weight: number;
      readonly grids: number;
      readonly mean: number;
    }
  /** A grid outside the bounds that were asked for. */
  | {
      readonly code: 'out_of_bounds';
      readonly grid: number;
      readonly load: number;
      readonly least: number;
      readonly most: number;
    }
  /** One spot heavier than a whole grid may be. */
  | {
      readonly code: 'heavy_place';
      readonly at: number;
      readonly grid: number;
      readonly weight: number;
      readonly most: number;
    }
  /** Places that barriers cut off from the rest of their part: they are grids of their own. */
  | {
      readonly code: 'cut_off';
      readonly part: number;
      readonly at: number;
      readonly places: number;
      readonly weight: number;
    }
  /** More pieces than grids were asked for. */
  | { readonly code: 'more_grids'; readonly asked: number; readonly made: number }
  /** A pin that could not be kept: another grid's pins lie between, or no way leads there. */
  | {
      readonly code: 'pin_apart';
      readonly at: number;
      readonly pinned: number;
      readonly grid: number;
    }
  /** Two pins at one spot that contradict each other. */
  | { readonly code: 'pin_contradicts'; readonly at: number; readonly pinned: number }
  /** A bridge that connects nobody. */
  | { readonly code: 'idle_bridge'; readonly bridge: number };
// `at` is always the number of a point of the problem.
