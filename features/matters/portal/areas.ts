/** The list of communities on forms: under their street or town, in the order given. */
import { type Html, html } from '#ui/portal/html.ts';

export interface AreaChoice {
  readonly areaId: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Options beyond this many make a page heavy on a phone; then only the upper levels are offered. */
const MOST = 2_000;

/** Options of a select; areas with areas below them become headings and a choice of their own. */
export function areaOptions(areas: readonly AreaChoice[], chosen: string): Html {
  const offered = offeredAreas(areas);
  const below = Map.groupBy(offered, (area) => area.parentId);
  const known = new Set(offered.map((area) => area.areaId));
  const roots = offered.filter((area) => area.parentId === null || !known.has(area.parentId));
  const option = (area: AreaChoice) =>
    html`<option value="${area.areaId}"${area.areaId === chosen && html` selected`}>${area.name}</option>`;
  const group = (area: AreaChoice): Html => {
    const children = below.get(area.areaId) ?? [];
    if (children.length === 0) return option(area);
    const leaves = children.filter((child) => !below.has(child.areaId));
    const nested = children.filter((child) => below.has(child.areaId));
    return html`<optgroup label="${area.name}">${option(area)}${leaves.map(option)}</optgroup>${nested.map(group)}`;
  };
  return html`${roots.map(group)}`;
}

function offeredAreas(areas: readonly AreaChoice[]): readonly AreaChoice[] {
  if (areas.length <= MOST) return areas;
  const parents = new Set(areas.map((area) => area.parentId));
  return areas.filter((area) => parents.has(area.areaId)).slice(0, MOST);
}
