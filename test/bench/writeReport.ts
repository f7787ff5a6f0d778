/** The figures as Markdown: a table a measurement, and docs/performance.md around them. */
import { isKept, type Figure, type Measurement } from './figure';

export interface Measured {
  readonly measurement: Measurement;
  readonly figures: readonly Figure[];
}

export interface Surroundings {
  readonly date: Date;
  readonly node: string;
  readonly processor: string;
}

const HEAD = [
  '| measured | ours | against | ratio | at most | kept |',
  '| --- | ---: | ---: | ---: | ---: | --- |',
];

/** The heading, what was compared and the table of one measurement. */
export function writeSection({ name, about, shortfall }: Measurement, figures: readonly Figure[]): string {
  const table = figures.length === 0 ? ['Could not be measured here.'] : [...HEAD, ...figures.map(writeLine)];
  const why = shortfall === undefined || figures.every(isKept) ? [] : [shortfall];
  return `${[`## ${name}`, about, table.join('\n'), ...why].join('\n\n')}\n`;
}

function writeLine(figure: Figure): string {
  const { what, ours, against, ratio, budget, unit } = figure;
  const cells = [
    what,
    `${round(ours)} ${unit}`,
    against === null ? '' : `${round(against)} ${unit}`,
    ratio === null ? '' : round(ratio),
    budget === null ? '' : String(budget),
    budget === null ? '' : isKept(figure) ? 'yes' : '**no**',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Three digits that count. */
function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

export function writeReport(measured: readonly Measured[], { date, node, processor }: Surroundings): string {
  const sections = measured.map(({ measurement, figures }) => writeSection(measurement, figures));
  const when = date.toISOString().slice(0, 10);
  return `# Performance

Written by \`npm run bench\` on ${when} (Node ${node}, ${processor}). What counts are the ratios: both sides were measured on the same machine in
the same run, in turn. The times themselves are those of that machine and promise nothing.

${sections.join('\n')}`;
}
