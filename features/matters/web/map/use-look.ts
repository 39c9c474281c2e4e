/** The look of the map, read from the address and written to it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { addressOfLook, lookOfAddress, type MapLook } from './look.ts';

interface LookControl {
  readonly chosen: MapLook;
  readonly choose: (look: Partial<MapLook>) => void;
}

export function useLook(): LookControl {
  const search: Record<string, unknown> = useSearch({ strict: false, structuralSharing: true });
  const navigate = useNavigate();
  return useMemo(() => {
    const chosen = lookOfAddress(search);
    const { look: _look, grounds: _grounds, ...others } = search;
    return {
      chosen,
      choose: (look) => {
        const next = { ...others, ...addressOfLook({ ...chosen, ...look }) };
        navigate({ to: '.', search: next, replace: true }).catch(reportError);
      },
    };
  }, [search, navigate]);
}
