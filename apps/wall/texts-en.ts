import matters from '#features/matters/locale/en.json' with { type: 'json' };

export const texts = { matters };
