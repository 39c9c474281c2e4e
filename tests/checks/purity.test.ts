import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../scripts/checks/check.ts';
import { purity } from '../../scripts/checks/purity.ts';
import { findingsOf, rulesAt } from './planted-house.ts';

const IMPURE = [
  'export const a = Date.now();',
  'export const a = new Date();',
  'export const a = new Date(2026, 1, 1);',
  'export const a = Date();',
  'export const a = Math.random();',
  'const { random } = Math;\nexport const a = random();',
  'const m = Math;\nexport const a = m.random();',
  'export const a = globalThis.Math.floor(1);',
  'export const a = performance.now();',
  'export const a = crypto.randomUUID();',
  'export const a = crypto.getRandomValues(new Uint8Array(1));',
  "export const a = fetch('/x');",
  "export const a = process.env['X'];",
  'export const a = process.cwd();',
  'export const a = setTimeout(() => 1, 1);',
  'export const a = setInterval(() => 1, 1);',
  'export const a = queueMicrotask(() => 1);',
  'export const a = { setTimeout };',
  "export const a = localStorage.getItem('x');",
  "export const a = document.querySelector('x');",
  "export const a = await import('zod');",
  'export const a = import.meta.url;',
  'export const a = new Date(0).getHours();',
  "export const a = eval('1');",
  "import { Temporal } from 'temporal-polyfill';\n\nexport const a = Temporal.Now.instant();",
];

const PURE = [
  'export const a = new Date(0).toISOString();',
  'export const a = Math.max(1, 2);',
  'export function a(document: string): number {\n  return document.length;\n}',
  'export function a(clock: { now(): number }): number {\n  return clock.now();\n}',
  "import { Temporal } from 'temporal-polyfill';\n\nexport const a = Temporal.PlainDate.from('2026-01-01');",
  'export type A = typeof fetch;',
  'export interface A {\n  readonly random: Document;\n}',
];

const inRules = (index: number): string => `features/matters/rules/planted-${index}.ts`;

describe('kernel and rules', () => {
  let findings: readonly Finding[];
  beforeAll(async () => {
    const sources = [...IMPURE, ...PURE].map((source, index) => [inRules(index), source]);
    findings = await findingsOf(purity, {
      ...Object.fromEntries(sources),
      'kernel/planted.ts': 'export const a = Math.random();',
      'platform/planted.ts': 'export const a = Math.random();',
      'features/matters/rules/planted.test.ts': 'export const a = Math.random();',
    });
  });

  it.each(IMPURE.map((source, index) => [source, index] as const))('stops %s', (_source, index) => {
    expect(rulesAt(findings, inRules(index))).toContain('purity');
  });

  it.each(PURE.map((source, index) => [source, index + IMPURE.length] as const))(
    'allows %s',
    (_source, index) => {
      expect(rulesAt(findings, inRules(index))).toEqual([]);
    },
  );

  it('are the only rooms that must be pure, and their tests need not be', () => {
    expect(rulesAt(findings, 'kernel/planted.ts')).toEqual(['purity']);
    expect(rulesAt(findings, 'platform/planted.ts')).toEqual([]);
    expect(rulesAt(findings, 'features/matters/rules/planted.test.ts')).toEqual([]);
  });

  it('pass where nothing is planted', async () => {
    expect(await findingsOf(purity)).toEqual([]);
  });
});
