/** The few signs of the frame and the day; screens drawn with Ant Design have its icons. */
import type { ReactNode } from 'react';

interface IconProps {
  readonly className?: string;
}

export function CheckIcon(props: IconProps): ReactNode {
  return <Icon {...props} lines="M3 8.5l3.5 3.5L13 4.5" />;
}

export function DownIcon(props: IconProps): ReactNode {
  return <Icon {...props} lines="M3.5 6L8 10.5L12.5 6" />;
}

export function SearchIcon(props: IconProps): ReactNode {
  return <Icon {...props} lines="M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0ZM10.7 10.7L14 14" />;
}

function Icon({ className, lines }: IconProps & { readonly lines: string }): ReactNode {
  return (
    <svg
      className={className}
      width="1em"
      height="1em"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={lines} />
    </svg>
  );
}
