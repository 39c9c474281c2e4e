/**
 * A link of which a screen has very many. It is followed within the page like the
 * router's own, but does not listen to each change of the address, as those do.
 */
import type { MouseEvent, ReactNode } from 'react';

interface ItemLinkProps {
  readonly href: string;
  readonly className?: string;
  /** It leads to what is open now. */
  readonly here?: boolean;
  readonly follow: () => void;
  readonly children: ReactNode;
}

export function ItemLink({
  href,
  className,
  here = false,
  follow,
  children,
}: ItemLinkProps): ReactNode {
  const press = (event: MouseEvent): void => {
    // A new tab, a new window, a download: the browser's own ways.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow();
  };
  return (
    <a href={href} className={className} aria-current={here ? 'page' : undefined} onClick={press}>
      {children}
    </a>
  );
}
