/** Who sits at the desk, as its frame and the menu of the account say it. */
export interface Identity {
  readonly name: string;
  readonly tenantName: string;
  readonly posts: readonly {
    readonly key: string;
    readonly title: string;
    readonly note: string;
  }[];
}

export interface AccountMenuProps {
  readonly identity: Identity;
  readonly signOut: () => void;
}
