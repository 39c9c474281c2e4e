import access from '#features/access/locale/en.json' with { type: 'json' };
import imports from '#features/imports/locale/en.json' with { type: 'json' };
import matters from '#features/matters/locale/en.json' with { type: 'json' };
import organisations from '#features/organisations/locale/en.json' with { type: 'json' };
import places from '#features/places/locale/en.json' with { type: 'json' };
import relocation from '#features/relocation/locale/en.json' with { type: 'json' };
import ui from '#ui/locale/en.json' with { type: 'json' };

export const texts = { ui, access, imports, matters, organisations, places, relocation };
