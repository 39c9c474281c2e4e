import { describe, expect, it } from 'vitest';
import { provision } from './provision.ts';

/** A machine on which apt brings what it is asked for, unless it cannot. */
function machine({ mayInstall = true, brings = true } = {}) {
  const installed = new Set<string>();
  const asked: string[][] = [];
  return {
    asked,
    need: (name: string) => ({
      name,
      isThere: () => installed.has(name),
      packages: () => [name],
    }),
    machine: {
      mayInstall,
      aptGet: (args: readonly string[]) => {
        asked.push([...args]);
        if (brings) for (const arg of args) installed.add(arg);
        return true;
      },
    },
  };
}

describe('provisioning', () => {
  it('installs exactly what is missing', () => {
    const { asked, machine: debian, need } = machine();
    const there = { ...need('fonts'), isThere: () => true };
    expect(provision(debian, [need('chromium'), there])).toEqual([]);
    expect(asked.at(-1)).toContain('chromium');
    expect(asked.at(-1)).not.toContain('fonts');
  });

  it('touches nothing where all is there', () => {
    const { asked, machine: debian, need } = machine();
    provision(debian, [{ ...need('chromium'), isThere: () => true }]);
    expect(asked).toEqual([]);
  });

  it('names what is missing where it may not install', () => {
    const { asked, machine: foreign, need } = machine({ mayInstall: false });
    expect(provision(foreign, [need('chromium')])).toEqual(['chromium (on Debian: chromium)']);
    expect(asked).toEqual([]);
  });

  it('names what is missing still after the installation', () => {
    const { machine: debian, need } = machine({ brings: false });
    expect(provision(debian, [need('chromium')])).toHaveLength(1);
  });
});
