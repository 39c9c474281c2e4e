/**
 * Categories of a source: found by code or by name, begun in the tenant's
 * catalogue where unknown, with the names as published.
 */
import type { Context } from '#kernel/context.ts';
import type { CategoryId } from '#kernel/ids.ts';
import type { Change } from '#platform/command/change.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { categoryAggregate } from '../aggregates.ts';
import type { MatterRow, MatterValues } from './fields.ts';

interface Category {
  readonly categoryId: CategoryId;
  readonly parentId: CategoryId | null;
  readonly code: string;
  readonly name: string;
}

export function categoriesStatement(tenantId: string, rows: readonly MatterRow[]): Statement {
  const names = new Set(rows.flatMap(({ values }) => [values.categoryGroup, values.category]));
  names.delete(null);
  const told = [...names] as string[];
  // Codes are made of names: what a new code might meet is read too.
  const codes = [...new Set([...told, ...told.map(codePart)])];
  return {
    sql: `select category_id, parent_id, code, name from categories
      where tenant_id = $1 and (name = any($2) or code = any($3)
        or parent_id in (select category_id from categories
          where tenant_id = $1 and (name = any($2) or code = any($3))))
      order by code`,
    parameters: [tenantId, told, codes],
  };
}

export class Catalogue {
  readonly #context: Context;
  readonly #known: Category[];
  readonly #changes: Change[] = [];

  constructor(context: Context, answer: Rows | undefined) {
    this.#context = context;
    this.#known = (answer?.rows ?? []).map((row) => ({
      categoryId: row['category_id'] as CategoryId,
      parentId: row['parent_id'] as CategoryId | null,
      code: row['code'] as string,
      name: row['name'] as string,
    }));
  }

  /** The beginnings of those that were unknown, groups before what is in them. */
  get changes(): readonly Change[] {
    return this.#changes;
  }

  categoryOf({ categoryGroup, category }: MatterValues): CategoryId | null {
    const group =
      categoryGroup === null
        ? undefined
        : (this.#find(categoryGroup, null) ?? this.#begin(categoryGroup));
    if (category === null) return group?.categoryId ?? null;
    const found = this.#find(category, group?.categoryId);
    return (found ?? this.#begin(category, group)).categoryId;
  }

  /** @param group name of the group it should be in, null where none is said */
  knows(name: string, group: string | null): boolean {
    const above = group === null ? undefined : this.#find(group, null)?.categoryId;
    return this.#find(name, above) !== undefined;
  }

  /** @param parentId null for a group, undefined where the record names none */
  #find(name: string, parentId: CategoryId | null | undefined): Category | undefined {
    const own = this.#known.filter((one) => parentId === undefined || one.parentId === parentId);
    return own.find(({ name: known }) => known === name) ?? own.find(({ code }) => code === name);
  }

  #begin(name: string, group?: Category): Category {
    const { type, table, idColumn, authority } = categoryAggregate;
    const one: Category = {
      categoryId: this.#context.ids.next<CategoryId>(),
      parentId: group?.categoryId ?? null,
      code: this.#freeCode(
        group === undefined ? codePart(name) : `${group.code}/${codePart(name)}`,
      ),
      name,
    };
    this.#known.push(one);
    this.#changes.push({
      type,
      table,
      idColumn,
      authority,
      id: one.categoryId,
      kind: 'category.begin',
      set: {
        parentId: one.parentId,
        code: one.code,
        name,
        nameEn: /\p{Script=Han}/u.test(name) ? '' : name,
        kind: 'event',
        communityMayHandle: true,
        conditions: [],
        // Residents choose among the words of the place, not among those of an old system.
        plain: false,
        retired: false,
      },
    });
    return one;
  }

  /** Names that differ in case or signs alone are two names, and so two codes. */
  #freeCode(wanted: string): string {
    const taken = new Set(this.#known.map(({ code }) => code));
    let code = wanted;
    for (let next = 2; taken.has(code); next += 1) code = `${wanted}-${next}`;
    return code;
  }
}

function codePart(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? 'x' : plain;
}
