/** What a form holds before anybody typed: what the matter already knows. */
import type { ActionInput, MatterDetail } from '#features/matters/contract.ts';
import type { Values } from './action-fields.ts';

export function startValues(matter: MatterDetail, action: ActionInput['action']): Values {
  switch (action) {
    case 'file':
      return {
        categoryId: matter.category?.id,
        condition: matter.condition,
        title: matter.title,
        areaId: matter.area.id,
        personal: matter.personal,
      };
    case 'reclassify':
      return { categoryId: matter.category?.id, condition: matter.condition };
    case 'call_back':
      return { result: 'reached' };
    default:
      return {};
  }
}
