/**
 * `npm run bench [NAME …]`: runs all measurements, or those named, prints them and writes them to docs/performance.md. Ratios measured side by
 * side on one machine, never promises of times. Exit code 1 where a budget is not kept.
 */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commandLine } from './commandLine';
import { engine } from './engine';
import { formulas } from './formulas';
import { isKept, type Measurement } from './figure';
import { hostTraffic } from './hostTraffic';
import { startUp } from './startUp';
import { writeReport, writeSection } from './writeReport';

const MEASUREMENTS: readonly Measurement[] = [engine, formulas, hostTraffic, commandLine, startUp];

async function main(names: readonly string[]): Promise<boolean> {
  const chosen = MEASUREMENTS.filter(
    ({ name }) => names.length === 0 || names.includes(name.toLowerCase().replaceAll(' ', '-')),
  );
  const measured = [];
  for (const measurement of chosen) {
    const figures = await measurement.measure();
    process.stdout.write(`${writeSection(measurement, figures)}\n`);
    measured.push({ measurement, figures });
  }
  if (names.length === 0) {
    const surroundings = { date: new Date(), node: process.version, processor: os.cpus()[0]?.model ?? '' };
    writeFileSync(path.join(__dirname, '../../docs/performance.md'), writeReport(measured, surroundings));
  }
  return measured.every(({ figures }) => figures.every(isKept));
}

main(process.argv.slice(2)).then(
  (isAllKept) => {
    process.exitCode = isAllKept ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  },
);
