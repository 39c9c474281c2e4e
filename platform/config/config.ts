/** The settings of the environment, read once and checked in this one place. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { type BasemapSetting, readBasemapSetting } from '#platform/basemap/basemap-setting.ts';

const Environment = z.object({
  LIANXIN_PORT: z.coerce
    .number('LIANXIN_PORT must be a number')
    .int('LIANXIN_PORT must be a whole number')
    .min(0, 'LIANXIN_PORT must be between 0 and 65535')
    .max(65_535, 'LIANXIN_PORT must be between 0 and 65535')
    .default(8080),
  LIANXIN_DATA: z.string().min(1).default('./data'),
  LIANXIN_DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'LIANXIN_DATABASE_URL must look like postgres://owner:password@host:5432/database',
    })
    .optional(),
  LIANXIN_SECRETS: z.string().min(1).optional(),
  LIANXIN_ORIGIN: z
    .url({
      protocol: /^https?$/,
      error: 'LIANXIN_ORIGIN must look like https://example.org, as people type it',
    })
    .optional(),
  LIANXIN_BASEMAP: z
    .string()
    .transform((text, refuse) => {
      const setting = readBasemapSetting(text);
      if (setting === undefined) {
        refuse.addIssue(
          'LIANXIN_BASEMAP must be tianditu:KEY, an address of tiles with {z}, {x} and {y}, or a file that ends in .pmtiles',
        );
      }
      return setting;
    })
    .optional(),
});

export interface Config {
  /** Port to listen on; 0 takes a free one. */
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** The owner's connection to a PostgreSQL server; undefined for the embedded engine. */
  readonly databaseUrl: string | undefined;
  /** Absolute path of the secrets file. */
  readonly secretsFile: string;
  /** Scheme and host as people reach it, behind a proxy; undefined where they reach the server itself. */
  readonly origin: string | undefined;
  /** What maps stand on; undefined for the place's own layers alone. */
  readonly basemap: BasemapSetting | undefined;
}

/** A setting that does not hold; its message is a sentence for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError naming each variable that does not hold; an empty one counts as unset */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const parsed = Environment.safeParse(Object.fromEntries(present));
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => issue.message).join('; '));
  }
  const settings = parsed.data;
  const dataFolder = resolve(settings.LIANXIN_DATA);
  return {
    port: settings.LIANXIN_PORT,
    dataFolder,
    databaseUrl: settings.LIANXIN_DATABASE_URL,
    secretsFile: resolve(settings.LIANXIN_SECRETS ?? `${dataFolder}/secrets.json`),
    origin: settings.LIANXIN_ORIGIN && new URL(settings.LIANXIN_ORIGIN).origin,
    basemap: settings.LIANXIN_BASEMAP,
  };
}
