/**
 * What a wall is told, and all it is ever told: totals of its area and of the
 * areas right below it. No matter, person, unit, text or address has a place in
 * it. Null stands for a number that is withheld.
 */
import { z } from 'zod';
import type { AreaId, CategoryId } from '#kernel/ids.ts';

const id = <T extends string>() => z.uuid().transform((value) => value as T);
const instant = z.iso.datetime();
const day = z.iso.date();

/** The pictures of a wall in the order in which they turn. */
export const SCENES = ['map', 'matrix', 'categories', 'ended'] as const;
export const Scene = z.enum(SCENES);
export type Scene = z.output<typeof Scene>;

const Count = z.int().nonnegative().nullable();
export const WallRate = z.object({ numerator: Count, denominator: Count });
export type WallRate = z.output<typeof WallRate>;

/** Rates of the year; `overdue` is of what is open now. None is about how much is raised. */
export const INDICATORS = ['response', 'onTime', 'solved', 'satisfied', 'overdue'] as const;

const Named = { name: z.string(), nameEn: z.string() };

export const WallArea = z.object({
  areaId: id<AreaId>(),
  ...Named,
  rates: z.object({
    response: WallRate,
    onTime: WallRate,
    solved: WallRate,
    satisfied: WallRate,
    /** Late of what is open now. */
    overdue: WallRate,
  }),
  /** Closed in the recent months. */
  ended: Count,
  /** What most of them were about, at most two, only where neither they nor the rest are few. */
  mainly: z.array(z.object(Named)),
});
export type WallArea = z.output<typeof WallArea>;

export const WallCategory = z.object({
  /** Null for all others together. */
  categoryId: id<CategoryId>().nullable(),
  ...Named,
  filed: Count,
  onTime: WallRate,
  solved: WallRate,
  satisfied: WallRate,
});
export type WallCategory = z.output<typeof WallCategory>;

export const Board = z.object({
  /** Instant the totals are of. */
  asOf: instant,
  /** Twelve months with the present one, by legal days. */
  year: z.object({ from: day, to: day }),
  /** The present month and the one before. */
  recent: z.object({ from: day, to: day }),
  totals: z.object({
    filedInYear: Count,
    filedThisMonth: Count,
    endedRecently: Count,
    response: WallRate,
    onTime: WallRate,
    solved: WallRate,
    satisfied: WallRate,
    open: Count,
    late: Count,
    shelved: Count,
    /** Open matters by days since reported. */
    byAge: z.array(z.object({ upToDays: z.int().nullable(), open: Count })),
  }),
  /** In the order of the official list, never of a figure. */
  areas: z.array(WallArea),
  /** The ones raised most, then all others together. */
  categories: z.array(WallCategory),
});
export type Board = z.output<typeof Board>;
