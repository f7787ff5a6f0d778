// Which rows are added and which are averaged, and whether two units are of one thing.
import { agreeUnits, factorBetween, senseOf } from '../../../src/engine/rollUp/rowSense';
import { readUnit } from '../../../src/engine/readUnit';
import { MOF_2020 } from '../../../src/engine/ruleSets/shippedRuleSets';
import { scoreForm } from '../../../src/engine/scoreForm';
import { form, type RowChange } from '../checks/buildFacts';

function sense(change: RowChange) {
  const [row] = scoreForm(form({ rows: { 10: change } }).facts, MOF_2020).rows;
  if (!row) throw new Error('no row');
  const found = senseOf(row);
  if (found.kind !== 'number')
    return found.kind === 'unreadable' ? `unreadable ${found.why ?? ''}` : found.kind;
  return [
    found.way,
    found.direction,
    found.change,
    found.unit.name,
    found.target.toString(),
    found.actual.toString(),
  ]
    .map((part) => part ?? '-')
    .join(' ');
}

test.each<[RowChange, string]>([
  [{ name: '培训人数', target: '≥50人', actual: '40人' }, 'sum floor - 人 50 40'],
  [{ name: '培训人数', target: '50', actual: '40人' }, 'sum floor - 人 50 40'],
  [{ name: '培训人数', target: '50人', actual: '40' }, 'sum floor - 人 50 40'],
  [{ name: '投入', target: '≤2万元', actual: '1万元' }, 'sum ceiling - 元 20000 10000'],
  [{ name: '投入', target: '≤2万', actual: '1万元' }, 'sum ceiling -  20000 10000'],
  [{ name: '合格率', target: '≥90%', actual: '80%' }, 'mean floor - % 0.9 0.8'],
  [{ name: '合格率', target: '90', actual: '80' }, 'mean floor -  90 80'],
  [{ name: '补助', target: '≥500元/人', actual: '400元/人' }, 'mean floor - 元 500 400'],
  [{ name: '人均收入', target: '≥500元', actual: '400元' }, 'mean floor - 元 500 400'],
  [{ name: '收入', target: '增长5%', actual: '增长6%' }, 'mean floor up % 0.05 0.06'],
  [{ name: '办理时限', target: '≤5天', actual: '4天' }, 'limit'],
  [{ name: '服务时间', target: '≥5天', actual: '4天' }, 'sum floor - 天 5 4'],
  [{ name: '完成时间', target: '2021年底', actual: '2021年11月' }, 'date'],
  [{ name: '完成时间', target: '2021年底', actual: '2022年1月' }, 'date'],
  [{ name: '偏差', target: '±5%', actual: '3%' }, 'range'],
  [{ name: '偏差', target: '±5%', actual: '30%' }, 'range'],
  [{ name: '水平', target: '提升', actual: '提升' }, 'text'],
  [{ name: '水平', target: '提升', actual: '改善' }, 'text'],
  [{ name: '人数', target: '50人', actual: '若干' }, 'unreadable no-number'],
  [{ name: '人数', target: '50人', actual: '5%' }, 'unreadable units-differ'],
  [{ name: '人数', target: '50人', actual: '' }, 'blank'],
])('%j', (row, expected) => {
  expect(sense(row)).toBe(expected);
});

test.each([
  ['个', '个', 'same'],
  ['', '', 'same'],
  ['公里', '米', 'same'],
  ['人', '名', 'same'],
  ['个', '', 'assumed'],
  ['', '个', 'assumed'],
  ['万', '元', 'assumed'],
  ['万', '万元', 'assumed'],
  ['万', '个', 'differ'],
  ['', '万元', 'differ'],
  ['', '%', 'differ'],
  ['', '万个', 'differ'],
  ['次', '人次', 'differ'],
  ['个', '%', 'differ'],
  ['元/人', '元', 'differ'],
  ['元/人', '元/人', 'same'],
])('the units "%s" and "%s": %s', (one, other, agreement) => {
  expect(agreeUnits(readUnit(one).unit, readUnit(other).unit)).toBe(agreement);
});

test.each([
  ['米', '公里', '1000'],
  ['公里', '千米', '1'],
  ['个', '', '1'],
  ['个', '个', '1'],
  ['次', '人次', null],
  ['个', '公里', null],
])('%s in %s: times %s', (one, other, factor) => {
  expect(factorBetween(readUnit(one).unit, readUnit(other).unit)?.toString() ?? null).toBe(factor);
});
