import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('the settings', () => {
  it('stand without any variable', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      dataFolder: resolve('data'),
      databaseUrl: undefined,
      secretsFile: resolve('data/secrets.json'),
      origin: undefined,
      basemap: undefined,
    });
  });

  it('follow the variables; an empty one counts as unset', () => {
    const config = readConfig({
      LIANXIN_PORT: '0',
      LIANXIN_DATA: '/srv/lianxin',
      LIANXIN_DATABASE_URL: 'postgres://owner@db.example/lianxin',
      LIANXIN_SECRETS: '',
    });
    expect(config).toEqual({
      port: 0,
      dataFolder: '/srv/lianxin',
      databaseUrl: 'postgres://owner@db.example/lianxin',
      secretsFile: '/srv/lianxin/secrets.json',
      origin: undefined,
      basemap: undefined,
    });
  });

  it.each([
    ['LIANXIN_PORT', 'eighty', 'LIANXIN_PORT must be a number'],
    ['LIANXIN_PORT', '80.5', 'LIANXIN_PORT must be a whole number'],
    ['LIANXIN_PORT', '65536', 'LIANXIN_PORT must be between 0 and 65535'],
    ['LIANXIN_DATABASE_URL', 'mysql://db', 'LIANXIN_DATABASE_URL must look like postgres://'],
    ['LIANXIN_BASEMAP', 'somewhere', 'LIANXIN_BASEMAP must be tianditu:KEY'],
    ['LIANXIN_DATABASE_URL', 'db', 'LIANXIN_DATABASE_URL must look like postgres://'],
  ])('say in a sentence why %s cannot be %s', (name, value, sentence) => {
    const reading = (): unknown => readConfig({ [name]: value });
    expect(reading).toThrow(ConfigError);
    expect(reading).toThrow(sentence);
  });

  it('name all that do not hold at once', () => {
    expect(() => readConfig({ LIANXIN_PORT: 'x', LIANXIN_DATABASE_URL: 'y' })).toThrow(
      /LIANXIN_PORT.*LIANXIN_DATABASE_URL/,
    );
  });
});
