import access from '#features/access/locale/zh.json' with { type: 'json' };
import matters from '#features/matters/locale/zh.json' with { type: 'json' };
import organisations from '#features/organisations/locale/zh.json' with { type: 'json' };
import places from '#features/places/locale/zh.json' with { type: 'json' };
import ui from '#ui/locale/zh.json' with { type: 'json' };

export const texts = { ui, access, matters, organisations, places };
