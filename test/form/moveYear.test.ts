import { moveDate, moveYear, moveYearInName } from '../../src/form/moveYear';

test.each([
  ['2023年度部门整体绩效自评表', '2024年度部门整体绩效自评表'],
  ['（ 2023 年度）', '（ 2024 年度）'],
  ['（　2023　年度）', '（　2024　年度）'],
  ['2023年12月前', '2024年12月前'],
  ['2023.10.31前完成', '2024.10.31前完成'],
  ['2023-11-30', '2024-11-30'],
  ['2023全年', '2024全年'],
  ['2022年立项，2023年完工', '2022年立项，2024年完工'],
  ['依据《2023年工作要点》，2023年完成', '依据《2023年工作要点》，2024年完成'],
  ['财预〔2023〕10号', '财预〔2023〕10号'],
  ['2021-2023年三年行动', '2021-2023年三年行动'],
  ['2021年至2023年', '2021年至2023年'],
  ['2023万元', '2023万元'],
  ['12023年', '12023年'],
  ['2022年度', '2022年度'],
])('%s becomes %s', (text, expected) => {
  expect(moveYear(text, 2023)).toBe(expected);
});

test.each([
  ['2023自评', '2024自评'],
  ['自评表（2023年度）', '自评表（2024年度）'],
  ['自评表', '自评表 2024'],
  ['A120231', 'A120231 2024'],
])('the sheet %s becomes %s', (name, expected) => {
  expect(moveYearInName(name, 2023)).toBe(expected);
});

test.each([
  // 30 November 2022 and 2023, 29 February 2024 and 28 February 2025, as serial numbers of Excel.
  [44895, 2022, 45260],
  [45351, 2024, 45716],
  [44895, 2023, null],
])('the day %d of %d becomes %p', (serial, year, expected) => {
  expect(moveDate(serial, year)).toBe(expected);
});
