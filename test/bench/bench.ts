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
import { isKept, type Figure, type Measurement } from './figure';
import { hostTraffic } from './hostTraffic';
import { pane } from './pane';
import { startUp } from './startUp';
import { writeReport, writeSection, type Measured } from './writeReport';

const MEASUREMENTS: readonly Measurement[] = [engine, formulas, hostTraffic, commandLine, startUp, pane];

async function main(names: readonly string[]): Promise<boolean> {
  const chosen = MEASUREMENTS.filter(
    ({ name }) => names.length === 0 || names.includes(name.toLowerCase().replaceAll(' ', '-')),
  );
  const measured: Measured[] = [];
  for (const measurement of chosen) {
    const figures = await tryMeasure(measurement);
    process.stdout.write(`${writeSection(measurement, figures)}\n`);
    measured.push({ measurement, figures });
  }
  if (names.length === 0) {
    const surroundings = { date: new Date(), node: process.version, processor: os.cpus()[0]?.model ?? '' };
    writeFileSync(path.join(__dirname, '../../docs/performance.md'), writeReport(measured, surroundings));
  }
  return measured.every(({ figures }) => figures.length > 0 && figures.every(isKept));
}

/** No figures where something is missing on this machine, such as a browser; the others are measured all the same. */
async function tryMeasure({ name, measure }: Measurement): Promise<readonly Figure[]> {
  try {
    return await measure();
  } catch (error) {
    process.stderr.write(`${name}: ${String(error)}\n`);
    return [];
  }
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
