/** The texts of a sheet that stand outside the tables of its forms: what a person wrote about them, below a form or on another sheet. */
import type { FormFacts, TextCell } from '../engine/facts';
import { cellName } from './address';
import type { Grid } from './grid';
import { findOverviewHeader } from './overview/overviewColumns';
import { rowsOf } from './resultCells';

/** Shorter texts say nothing about a form. */
const SHORTEST = 6;

/** From top to bottom; none on our own overview, whose sentences are those of findings. */
export function readTexts(grid: Grid, forms: readonly FormFacts[]): readonly TextCell[] {
  if (findOverviewHeader(grid)) return [];
  const tables = forms.map(tableRows);
  return grid.rows.flatMap((line, row) => {
    if (!line || tables.some(({ top, bottom }) => top <= row && row <= bottom)) return [];
    return line.flatMap((cell, column): readonly TextCell[] => {
      if (typeof cell?.value !== 'string' || cell.text.length < SHORTEST || !isAbout(cell.text)) return [];
      return [{ cell: cellName(row, column), text: cell.text }];
    });
  });
}

/** A quick look before a text is read closely. */
function isAbout(text: string): boolean {
  return /得分|总分|综合|指标|目标|执行率|分数|评分/.test(text);
}

/** The rows of a form from its title to its total, counted from 0, both ends included; what stands below is no part of its table. */
function tableRows(facts: FormFacts): { readonly top: number; readonly bottom: number } {
  const { top } = rowsOf(facts);
  const rows = facts.kind === 'summary-table' ? facts.rows : facts.indicators;
  const last = Math.max(top + 1, facts.total?.row ?? 0, ...rows.map(({ row }) => row));
  return { top, bottom: last - 1 };
}
