/** Things to choose from, by id. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Choices {
  readonly choices: readonly Choice[];
  nameOf(id: string): string | undefined;
}

export function choicesFrom(choices: readonly Choice[]): Choices {
  const names = new Map(choices.map(({ value, label }) => [value, label]));
  return { choices, nameOf: (id) => names.get(id) };
}
