/** What texts say about a form, and what they only seem to say. */
import fc from 'fast-check';
import { readStatements } from '../../../src/engine/checks/readStatements';

function read(text: string): readonly string[] {
  return readStatements(text).map(({ kind, value }) => `${kind} ${value.toString()}`);
}

test.each([
  ['自评得分90.66分', ['score 90.66']],
  ['2022年度部门整体绩效自评得分为90.66分（满分100分），评价等级为“优”', ['score 90.66']],
  ['经自评，我单位自评总分：95', ['score 95']],
  ['综合得分为 ８８．５ 分。', ['score 88.5']],
  ['满分100分，自评得分98分，等级为优', ['score 98']],
  ['共设置54个指标，完成47个', ['indicators 54', 'completed 47']],
  [
    '共设置年度绩效目标4个、绩效指标54项，完成指标47项，占87.04%；未完成7项。',
    ['indicators 54', 'completed 47', 'goals 4'],
  ],
  ['设定三级指标12项，其中完成10项，未完成2项', ['indicators 12', 'completed 10']],
  ['我单位共制定四个绩效目标', ['goals 4']],
  ['2022年预算执行率98.5%', ['rate 98.5']],
  ['全年预算数100万元，执行数95万元，预算执行率95.00%，得9.5分（分值10分）。', ['rate 95']],
  ['部门整体支出执行率为９８％', ['rate 98']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  '原则上预算执行率和一级指标权重统一设置为: 预算执行率10%、产出指标50%、效益指标30%、服务对象满意度指标10%。',
  '2.预算执行率分值为10分，按执行率乘以分值计算得分。',
  '自评得分90分以上为优，80-90分为良',
  '自评得分90（含）-100分的为优',
  '自评得分≥90分',
  '综合得分90至100分',
  '产出指标自评得分40分，效益指标自评得分30分',
  '年度目标1得分20分',
  '年度目标1设置指标12项，完成10项，未完成2项。',
  '其中：自评得分20分',
  '年度目标1：自评得分20分',
  '年度目标1（城市管理）设置指标15项，完成12项，未完成3项，得19分（分值20分）。',
  '产出指标：自评得分40分',
  '目标一设置绩效指标6项，完成5项',
  '各项目平均自评得分95分',
  '上年度自评得分92分',
  '预算执行率比上年提高3%',
  '预算执行率低于90%的，说明原因',
  '预算执行率达到90%以上得满分',
  '预算执行率90%～100%',
  '项目支出预算执行率97%，基本支出预算执行率99%',
  '一级指标3个、二级指标8个',
  '产出指标20个，满意度指标2个',
  '新增绩效指标3项',
  '未完成指标7项',
  '完成47个项目',
  '第2个绩效目标',
  '总分100分',
  '绩效目标值为90',
  '得分',
])('nothing is said by: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('no text takes long or breaks anything', () => {
  const piece = fc.constantFrom(
    '自评',
    '得分',
    '为',
    '共',
    '设置',
    '指标',
    '目标',
    '完成',
    '执行率',
    '9',
    '%',
    '个',
    '，',
    '。',
    '(',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      for (const { value } of readStatements(pieces.join(''))) expect(value.isFinite()).toBe(true);
    }),
    { numRuns: 300 },
  );
});
