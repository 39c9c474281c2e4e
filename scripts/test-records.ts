/**
 * `npm run test:records`: the tests on real records, which are no part of the
 * repository. They lie beside it (`../shared/data`) or where LIANXIN_RECORDS says.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { HOUSE } from './checks/command.ts';
import { type Count, endRun, forgetResult, keepResult, sum } from './results.ts';
import { runStage } from './vitest-stage.ts';

const EXPECTED = [
  'divisions/luohe_4111_towns.csv',
  'divisions/luohe_4111_villages.csv',
  'divisions/siping_2203_towns.csv',
  'divisions/siping_2203_villages.csv',
  'holidays/holiday-cn_2023.json',
  'holidays/holiday-cn_2024.json',
  'holidays/holiday-cn_2025.json',
  'holidays/holiday-cn_2026.json',
  'petitions-zh/labelled-sample.csv',
  'petitions-zh/labelled-sample.xlsx',
  'service-requests/baltimore.csv',
  'service-requests/new-york.csv',
  'service-requests/san-francisco.csv',
];

const records = resolve(HOUSE, process.env['LIANXIN_RECORDS'] ?? '../shared/data');

function saySkipped(): void {
  const says = `the folder of real records (${relative(HOUSE, records)}) is not there: NO TEST ON RECORDS RAN`;
  const isLoud = (process.env['CI'] ?? '') !== '';
  const rule = '!'.repeat(says.length);
  console.log(isLoud ? `\n${rule}\n${says}\n${rule}\n` : says);
}

function testRecords(): Count {
  if (!existsSync(records)) {
    saySkipped();
    return { passed: 0, failures: [] };
  }
  const missing = EXPECTED.filter((file) => !existsSync(join(records, file)));
  const failures = missing.map((file) => `missing among the records: ${file}`);
  return sum([{ passed: 0, failures }, runStage('records', { LIANXIN_RECORDS: records })]);
}

forgetResult('records');
const count = testRecords();
keepResult('records', count);
endRun(count);
