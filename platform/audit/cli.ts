/** `lianxin audit verify [--tenant SLUG] [--json]`: what stands, what was found, where. */

import type { Locale } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Translate } from '#platform/http/i18n.ts';
import type { Finding } from './finding.ts';
import { type Verification, type VerifyServices, verifyTenant } from './verify.ts';

export interface VerifyCommand {
  readonly services: VerifyServices;
  /** The tenants to verify, with the names people know them by. */
  readonly tenants: readonly { readonly tenantId: TenantId; readonly name: string }[];
  readonly json: boolean;
  readonly translate: Translate;
  readonly locale: Locale;
  readonly write: (line: string) => void;
}

/** @returns the exit code: 0 where all holds, 1 where something was found */
export async function auditVerify(command: VerifyCommand): Promise<0 | 1> {
  const { services, tenants, json, write } = command;
  const results: Verification[] = [];
  for (const { tenantId, name } of tenants) {
    const result = await verifyTenant(services, tenantId);
    results.push(result);
    if (!json) for (const line of linesOf(command, name, result)) write(line);
  }
  if (json) write(JSON.stringify({ tenants: results }));
  return results.every(({ findings }) => findings.length === 0) ? 0 : 1;
}

function linesOf(
  { translate, locale }: VerifyCommand,
  name: string,
  result: Verification,
): readonly string[] {
  const { events, aggregates, seals, sealedTo, unsealed, findings, more } = result;
  const said = (key: string, values: Parameters<Translate>[2]): string =>
    translate(locale, `audit.verify.${key}`, values);
  return [
    said(findings.length === 0 ? 'holds' : 'broken', { name, found: findings.length + more }),
    said('counted', { events, aggregates, seals, sealedTo }),
    said('unsealed', unsealed),
    ...findings.map((finding) => `  ${lineOf(finding, (key) => said(key, {}))}`),
  ];
}

function lineOf(finding: Finding, said: (key: string) => string): string {
  const { code, aggregateType, aggregateId, version, toVersion, columns } = finding;
  const { position, toPosition, seal, toSeal } = finding;
  const places = [
    aggregateType && `${aggregateType} ${aggregateId}`,
    !aggregateType && aggregateId,
    version !== undefined && `${said('version')} ${span(version, toVersion)}`,
    position !== undefined && `${said('position')} ${span(position, toPosition)}`,
    seal !== undefined && `${said('seal')} ${span(seal, toSeal)}`,
    columns?.join(', '),
  ];
  return [`${said(`found.${code}`)} (${code})`, ...places.filter(Boolean)].join(' · ');
}

function span(from: number, to: number | undefined): string {
  return to === undefined || to === from ? String(from) : `${from}–${to}`;
}
