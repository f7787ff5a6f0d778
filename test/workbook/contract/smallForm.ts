/** A project form as small as will do: three rows to be scored and a total. Rows count from 1, the score stands in G. */
import { buildXlsx } from '../xlsxPackage';

export interface SmallForm {
  /** Scores of rows 3 to 5; null for blank. */
  readonly scores?: readonly (number | null)[];
  readonly total?: number | string | null;
  /** True: the last row is one for a person to judge. */
  readonly isJudged?: boolean;
  /** More of the sheet, behind its cells. */
  readonly extra?: string;
  /** How often the three rows are there. */
  readonly times?: number;
}

const ROWS = [
  ['产出指标', '数量指标', '检查次数', '≥10次', '10次', 50],
  ['效益指标', '社会效益指标', '群众知晓率', '≥80%', '90%', 40],
  ['满意度指标', '满意度指标', '群众满意度', '≥90%', '95%', 10],
] as const;

function smallSheet(
  name: string,
  { scores = [], total = null, extra = '', times = 1, isJudged = false }: SmallForm = {},
): string {
  const rows: (readonly (string | number | null)[])[] = [
    [`${name}项目支出绩效自评表`],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ];
  for (let time = 0; time < times; time += 1) {
    ROWS.forEach(([level1, level2, title, target, actual, weight], index) => {
      const words = isJudged && index === 2;
      const named = time === 0 ? title : `${title}${time + 1}`;
      const told = words ? ['显著改善', '有所改善'] : [target, actual];
      rows.push([level1, level2, named, ...told, weight / times, scores[index] ?? null]);
    });
  }
  rows.push(['总分', '', '', '', '', 100, total]);
  return `<sheetData>${rows.map((cells, r) => rowOf(r + 1, cells)).join('')}</sheetData>${extra}`;
}

export function smallBook(names: readonly string[] = ['自评表'], form: SmallForm = {}): Uint8Array {
  return buildXlsx({ sheets: Object.fromEntries(names.map((name) => [name, smallSheet(name, form)])) });
}

function rowOf(row: number, cells: readonly (string | number | null)[]): string {
  const filled = cells.map((value, column) => {
    const cell = `${String.fromCharCode(65 + column)}${row}`;
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${cell}"><v>${value}</v></c>`;
    return `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${row}">${filled.join('')}</row>`;
}
