/** The latest seal outside the database: one file per tenant in the data folder. */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenantId } from '#kernel/ids.ts';
import type { Seal } from './seal.ts';

export interface SealFiles {
  /** Replaces the tenant's file in one step, safe on the disk before it answers. */
  write(seal: Seal): Promise<void>;
  find(tenantId: TenantId): Promise<Seal | undefined>;
}

/** @param folder the data folder; files stand in `seals/<tenant>.json` */
export function createSealFiles(folder: string): SealFiles {
  const place = join(folder, 'seals');
  const fileOf = (tenantId: TenantId): string => join(place, `${tenantId}.json`);
  return {
    write: async (seal) => {
      await mkdir(place, { recursive: true });
      const next = `${fileOf(seal.tenantId)}.next`;
      const file = await open(next, 'w', 0o600);
      try {
        await file.writeFile(`${JSON.stringify(seal, undefined, 2)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(next, fileOf(seal.tenantId));
      const directory = await open(place, 'r');
      try {
        await directory.sync();
      } finally {
        await directory.close();
      }
    },
    find: async (tenantId) => {
      try {
        return JSON.parse(await readFile(fileOf(tenantId), 'utf8')) as Seal;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
