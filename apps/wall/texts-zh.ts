import matters from '#features/matters/locale/zh.json' with { type: 'json' };

export const texts = { matters };
