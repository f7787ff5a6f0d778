import { parsePasted } from '../../../src/workbench/page/grid/clipboard';

test.each([
  ['one cell', '12个', [['12个']]],
  ['a line of cells', 'a\tb\t', [['a', 'b', '']]],
  [
    'lines as Excel for Windows ends them',
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a blank line between', 'a\n\nb', [['a'], [''], ['b']]],
  ['a cell with a line end and quotes in it', '"第一行\n""第二""行"\tb', [['第一行\n"第二"行', 'b']]],
  ['a quote that opens nothing', '"未完\tb', [['"未完', 'b']]],
])('%s', (_name, text, cells) => {
  expect(parsePasted(text)).toEqual(cells);
});
