/**
 * Pictures of what comes out of a printer: LibreOffice makes a PDF of a file, pdftoppm a picture of its first page. Part of `npm run pictures`, which
 * tells when one of the two is not there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drawTemplate } from '../../src/form/templates/drawTemplate';
import { TEMPLATES } from '../../src/form/templates/templates';
import { newXlsx } from '../../src/workbook/xlsxFile';

const OFFICE = 'soffice';
const RASTER = 'pdftoppm';
const DOTS_PER_INCH = '64';
/** The year on the pictures: they are not to change with the calendar. */
const YEAR = 2025;

export interface Print {
  /** Of the picture, without its ending. */
  readonly name: string;
  /** The file that is printed, by its ending. */
  readonly ending: 'xlsx' | 'docx';
  readonly bytes: Uint8Array;
}

/** Prints each template, and whatever else is given, into a folder; the names of the pictures that were made. */
export function takePrints(folder: string, others: readonly Print[] = []): readonly string[] {
  const missing = [OFFICE, RASTER].filter((tool) => spawnSync(tool, ['-h']).error);
  if (missing.length > 0) {
    process.stderr.write(`Prints are left as they are: ${missing.join(', ')} not found.\n`);
    return [];
  }
  const scratch = mkdtempSync(path.join(tmpdir(), 'prints-'));
  try {
    return [...templates(), ...others].map((print) => takePrint(print, scratch, folder));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const nameOf = (id: string): string => `打印-${id}`;

/** The name of the picture of the summary. */
export const SUMMARY = nameOf('摘要');

/** The names of all pictures of prints. */
export const PRINTS: readonly string[] = [...TEMPLATES.map(({ id }) => nameOf(id)), SUMMARY];

function templates(): readonly Print[] {
  return TEMPLATES.map((template) => {
    const { goals, rows } = template.defaults;
    const drawing = drawTemplate(template, { year: YEAR, unit: '', project: '', goals, rows });
    return { name: nameOf(template.id), ending: 'xlsx', bytes: newXlsx(drawing).bytes() };
  });
}

function takePrint({ name, ending, bytes }: Print, scratch: string, folder: string): string {
  const file = path.join(scratch, `page.${ending}`);
  writeFileSync(file, bytes);
  execFileSync(OFFICE, ['--headless', '--convert-to', 'pdf', '--outdir', scratch, file], { stdio: 'ignore' });
  const picture = path.join(scratch, 'page');
  execFileSync(RASTER, ['-r', DOTS_PER_INCH, '-png', '-singlefile', `${picture}.pdf`, picture]);
  writeFileSync(path.join(folder, `${name}.png`), readFileSync(`${picture}.png`));
  return name;
}
