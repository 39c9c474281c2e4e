/** True once the caller has stood for a while: for what costs much and need not be there at once. */
import { useEffect, useState } from 'react';

export function useLater(milliseconds: number): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return later;
}
