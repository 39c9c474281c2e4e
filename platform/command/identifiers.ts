/** Names of tables and columns inside statements: ours alone, never from outside. */
const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const known = new Map<string, string>();

/** `auditHead` → `audit_head`; what is snake_case already stays. */
export function snakeCase(name: string): string {
  let column = known.get(name);
  if (column === undefined) {
    column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (!NAME.test(column)) throw new Error(`not a column's name: ${name}`);
    known.set(name, column);
  }
  return column;
}

/** A name quoted for a statement. */
export function quoted(name: string): string {
  return `"${snakeCase(name)}"`;
}

/** `($1, $2), ($3, $4)` for rows of so many columns. */
export function placeholders(rows: number, columns: number): string {
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({ length: columns }, (_, column) => `$${row * columns + column + 1}`);
    lines.push(`(${cells.join(', ')})`);
  }
  return lines.join(', ');
}
