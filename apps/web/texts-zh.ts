import access from '#features/access/locale/zh.json' with { type: 'json' };
import imports from '#features/imports/locale/zh.json' with { type: 'json' };
import matters from '#features/matters/locale/zh.json' with { type: 'json' };
import organisations from '#features/organisations/locale/zh.json' with { type: 'json' };
import places from '#features/places/locale/zh.json' with { type: 'json' };
import relocation from '#features/relocation/locale/zh.json' with { type: 'json' };
import ui from '#ui/locale/zh.json' with { type: 'json' };

export const texts = { ui, access, imports, matters, organisations, places, relocation };
