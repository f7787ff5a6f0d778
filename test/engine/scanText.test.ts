// What a text is cut into: quantities, dates, ranks, ratios, frequencies, and what only looks like a number.
import { normaliseText } from '../../src/engine/normaliseText';
import { isRangeConnector, scanText, type Item } from '../../src/engine/scanText';

function name(item: Item, text: string): string {
  const taken = text.slice(item.start, item.end);
  if (item.kind !== 'quantity') return `${item.kind} ${taken}`;
  const { number, unit, sign, plusMinus, more } = item;
  const words = [sign ?? '', plusMinus ? '±' : '', number.toFixed(), more ? '+' : ''].join('');
  const scale = unit.scale.equals(1) ? '' : `×${unit.scale.toFixed()}`;
  return `${words}|${[unit.name, ...unit.per].join('/')}${scale}`;
}

function scan(written: string, timely = false): readonly string[] {
  const { text, items } = scanText(normaliseText(written), timely);
  return items.map((item) => name(item, text));
}

const PASSED_OVER = [
  '（2020）第10号文',
  '2020第10号',
  '(1998) 第 1234 号',
  '2020 5 号',
  '(2020)12号',
  '第3届',
  '第 12 批',
  '第1234 号文',
  '第2次会议',
  '第3产业',
  '第1阶段',
  '3号楼',
  '123标段',
  '12号地块',
  '5#地块',
  '1+6+n体系',
  '1 + 12 + X',
  '100+200模式',
  '12345热线',
  '12315投诉举报平台',
  '110报警',
  '119政务服务专线',
  '24小时值班',
  '7*24小时服务',
  '7 * 24 小时在线',
  '5A级景区',
  '4a景区',
  '5G网络',
  '4g基站',
  '3D打印',
  '2d',
  '18岁以上老人',
  '60周岁及以上老人',
  '16 岁以下',
  '6岁至',
  'A1',
  'GB/T19001',
  'ISO9001认证',
  'PM2.5',
  'COVID-19',
  'A-b1c.2-d',
  '1、养护',
  '12）养护',
  '3. 养护',
  '2：养护',
  '指标1：养护',
  '指标 12、养护',
  '指标2养护',
  '指标3.养护',
  '目标1：养护',
  '（1）养护',
  '①养护',
  '❷养护',
  '《2021年办法》',
];

test.each(PASSED_OVER)('%s holds no number, wherever it stands', (text) => {
  expect(scan(text)).toEqual([]);
  expect(scan(`${text}，完成7件`)).toEqual(['7|件']);
  expect(scan(`7件；${text}`)).toEqual(['7|件']);
});

test.each([
  ['第3名', 'rank 第3名'],
  ['Top10', 'rank Top10'],
  ['第 12 位', 'rank 第 12 位'],
  ['第1234等', 'rank 第1234等'],
  ['第三名', 'rank 第三名'],
  ['第十二位', 'rank 第十二位'],
  ['排名第3', 'rank 排名第3'],
  ['排名第 12', 'rank 排名第 12'],
  ['排名第三', 'rank 排名第三'],
  ['排名三', 'rank 排名三'],
  ['前3', 'rank 前3'],
  ['前 10 名', 'rank 前 10 名'],
  ['前三名', 'rank 前三名'],
  ['前十二', 'rank 前十二'],
  ['前10%', 'rank 前10%'],
  ['前5强', 'rank 前5强'],
  ['3星级', 'rank 3星级'],
  ['12级', 'rank 12级'],
  ['TOP 3', 'rank TOP 3'],
  ['1：2', 'ratio 1:2'],
  ['1.5 : 2.5', 'ratio 1.5 : 2.5'],
  ['1:2:3', 'ratio 1:2:3'],
  ['3比1', 'ratio 3比1'],
  ['12 比 34', 'ratio 12 比 34'],
  ['1/3', 'ratio 1/3'],
  ['1.5 / 12', 'ratio 1.5 / 12'],
  ['3*4', 'unclear 3*4'],
  ['2.5 * 12', 'unclear 2.5 * 12'],
  ['12,34', 'unclear 12,34'],
  ['1.2.3', 'unclear 1.2.3'],
  ['1234567890123456789', 'unclear 1234567890123456789'],
  ['每周一次', 'frequency 每周一次'],
  ['每天', 'frequency 每天'],
  ['每个月2次', 'frequency 每个月2次'],
  ['每季度至少3场', 'frequency 每季度至少3场'],
  ['每半年不少于一次', 'frequency 每半年不少于一次'],
  ['每月≥2次', 'frequency 每月>2次'],
  ['每两周一次', 'frequency 每两周一次'],
  ['每2 个月一次', 'frequency 每2 个月一次'],
  ['每3年', 'frequency 每3年'],
  ['每年一次', 'frequency 每年一次'],
  ['每年至少两期', 'frequency 每年至少两期'],
  ['每年 不少于 三次', 'frequency 每年 不少于 三次'],
  ['一周两次', 'frequency 一周两次'],
  ['1年3次', 'frequency 1年3次'],
  ['半年一次', 'frequency 半年一次'],
  ['3个月12次', 'frequency 3个月12次'],
])('%s is no plain number: %s', (text, item) => {
  expect(scan(text)).toEqual([item]);
  expect(scan(`7件；${text}`)).toEqual(['7|件', item]);
});

test.each([
  ['12号召', ['12|号召']],
  ['1+6%', ['1|', '6|%×0.01']],
  ['1+6.5', ['1|', '6.5|']],
  ['12345件', ['12345|件']],
  ['12345便民政务服务热线', ['12345|便民政']],
  ['24小时', ['24|小时']],
  ['5A', ['5|a']],
  ['18岁', ['18|岁']],
  ['1.5个', ['1.5|个']],
  ['完成3、4个', ['3|', '4|个']],
  ['目前3个', ['3|个']],
  ['年前3个', ['3|个']],
  ['前3年', ['3|年']],
  ['前三季度', ['date 三季度']],
  ['指标1.5个', ['1.5|个']],
  ['A5个', []],
  ['≥5个', ['>5|个']],
  ['≤ 5个', ['<5|个']],
  ['=5', ['=5|']],
  ['±5%', ['±5|%×0.01']],
  ['-5℃', ['-5|℃']],
  ['+5%', ['5|%×0.01']],
  ['≥-5', ['>-5|']],
  ['3-5个', ['3|', '5|个']],
  ['3 -5', ['3|', '5|']],
  ['5%-8%', ['5|%×0.01', '8|%×0.01']],
  ['甲-5', ['-5|']],
  ['.5', ['0.5|']],
  ['完成.5%', ['0.5|%×0.01']],
  ['¥5', ['5|元']],
  ['¥ 5万', ['5|元×10000']],
  ['≥¥5', ['>5|元']],
  ['¥5美元', ['5|美元']],
  ['5（个）', ['5|个']],
  ['5 （万元）', ['5|元×10000']],
  ['5万（元）', ['5|元×10000']],
  ['5（含）', ['5|']],
  ['5（）', ['5|']],
  ['5（3个）', ['5|']],
  ['5个（件）', ['5|个']],
  ['100余人', ['100+|人']],
  ['每亩300元', ['300|元/亩']],
  ['每个村5户', ['5|户/村']],
  ['每人每月50元', ['50|元/人/月']],
  ['每月500元', ['500|元/月']],
  ['每人补助50元', ['50|元/人']],
  ['每亩300元，每户5袋', ['300|元/亩', '5|袋/户']],
  ['每年5次', ['5|次']],
  ['每月发放5次', ['frequency 每月', '5|次']],
  ['99.89%（受理272件,已回267件）', ['99.89|%×0.01']],
  ['99%（含（2）项）3件', ['99|%×0.01', '3|件']],
  ['99%（受理3件', ['99|%×0.01']],
  ['99%（实际95%）', ['99|%×0.01', 'unclear (实际95%)']],
  ['99%（应为95件）', ['99|%×0.01', 'unclear (应为95件)']],
  ['99%（实际完成）', ['99|%×0.01']],
  ['（5个）', ['5|个']],
  ['2021年6月完成3个', ['date 2021年6月', '3|个']],
  ['≤2021年12月', ['date <2021年12月']],
  ['≥6月', ['>6|月']],
  ['≥6月5日', ['date >6月5日']],
  ['2021.12', ['2021.12|']],
  ['20211231', ['20211231|']],
  ['123456789012345678个', ['123456789012345678|个']],
])('%s is cut into %j', (text, items) => {
  expect(scan(text)).toEqual(items);
});

test.each([
  ['2021.12', ['date 2021.12']],
  ['20211231', ['date 20211231']],
  ['2021', ['date 2021']],
])('in a row about time %s is a date', (text, items) => {
  expect(scan(text, true)).toEqual(items);
});

test.each([
  ['不低于95%以上', '不低于以上'],
  ['每亩300元', '每亩'],
  ['完成5个（含3个）后', '完成后'],
  ['第3届完成', '完成'],
  ['2021年底完成验收', '完成验收'],
  ['无数字', '无数字'],
])('beside what was taken from %s stands %s', (text, rest) => {
  expect(scanText(normaliseText(text), false).rest).toBe(rest);
});

test('a quantity knows where it stood among the words', () => {
  const { items } = scanText('不低于95%以上', false);
  expect(items[0]).toMatchObject({ start: 3, end: 6, place: 3 });
});

test.each([
  ['-', true],
  ['--', true],
  [' ~ ', true],
  ['至', true],
  ['到', true],
  ['', false],
  ['---', false],
  ['和', false],
  ['至少', false],
])('%j joins the ends of a range: %s', (text, joins) => {
  expect(isRangeConnector(text)).toBe(joins);
});
