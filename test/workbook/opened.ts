/** Opens a workbook in a test and shortens what tests ask of it. */
import type { Grid, GridCell } from '../../src/form/grid';
import type { CellWrite, Mark, WritePlan } from '../../src/form/writePlan';
import { parseCellName } from '../../src/form/address';
import { openXlsx, type XlsxFile } from '../../src/workbook/xlsxFile';
import { buildXlsx, type PackageSource } from './xlsxPackage';

/** The file, which must open. */
export function opened(bytes: Uint8Array): XlsxFile {
  const result = openXlsx(bytes, 'test.xlsx');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.file;
}

/** The grid of the only or the named sheet. */
export async function gridOf(file: XlsxFile, sheet?: string): Promise<Grid> {
  const { sheets } = await file.read(sheet === undefined ? null : [sheet]);
  const [first] = sheets;
  if (!first) throw new Error('no sheet');
  return first.grid;
}

/** A cell by address, undefined where nothing stands. */
export function cellAt(grid: Grid, address: string): GridCell | undefined {
  const place = parseCellName(address);
  return place ? grid.rows[place.row]?.[place.column] : undefined;
}

/** The cells of one sheet with this content, by address. */
export async function cellsOf(source: PackageSource): Promise<(address: string) => GridCell | undefined> {
  const grid = await gridOf(opened(buildXlsx(source)));
  return (address) => cellAt(grid, address);
}

/** A plan that writes values by address. */
export function plan(
  sheet: string,
  values: Readonly<Record<string, number | string>>,
  marks: readonly Mark[] = [],
): WritePlan {
  const writes: CellWrite[] = Object.entries(values).map(([cell, value]) => ({
    cell,
    value,
    from: '',
    to: String(value),
    before: null,
  }));
  return { sheet, writes, marks };
}
