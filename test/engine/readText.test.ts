// Texts that say nothing about a row although words or numbers stand in them.
import { normaliseText } from '../../src/engine/normaliseText';
import { findTextReason } from '../../src/engine/readText';

test.each([
  ['完成计3分', 'scoring-rule'],
  ['每少1个扣 0.5 分', 'scoring-rule'],
  ['扣2分', 'scoring-rule'],
  ['不完成不得分', 'scoring-rule'],
  ['按比例扣分', 'scoring-rule'],
  ['扣完为止', 'scoring-rule'],
  ['完成得满分', 'scoring-rule'],
  ['酌情处理', 'scoring-rule'],
  ['每延迟一天扣减', 'scoring-rule'],
  ['每降低一个百分点减半', 'scoring-rule'],
  [`每少${'一'.repeat(30)}扣`, 'scoring-rule'],
  [`每少${'一'.repeat(31)}扣`, null],
  ['每少一个。扣', null],
  ['完成90%得3分', 'scoring-rule'],
  ['得3.5分，满分10分', 'scoring-rule'],
  ['得 3 分', null],
  ['共得奖3个', null],
  ['优良中低差', 'option-list'],
  ['优、良、中、差', 'option-list'],
  ['优/良/中/差。', 'option-list'],
  ['好或坏', 'option-list'],
  ['定性：优|良|差', 'option-list'],
  ['（是、否）', 'option-list'],
  ['优', null],
  ['达成预期指标', 'band-name'],
  ['部分达成年度目标', 'band-name'],
  ['基本达成预期指标', 'band-name'],
  ['均已达成指标', 'band-name'],
  ['全面达成目标；', 'band-name'],
  ['达成预期指标并具有一定效果', 'band-name'],
  ['达成预期指标且效果较好', 'band-name'],
  ['达成预期指标并完成3个', null],
  [`达成预期指标并${'好'.repeat(12)}`, 'band-name'],
  [`达成预期指标并${'好'.repeat(13)}`, null],
  ['达成预期指标 100%', null],
  ['要达成预期指标', null],
  // A text of more than 60 characters is no list: its marks are not taken out.
  [`优、良、差${'、'.repeat(55)}`, 'option-list'],
  [`优、良、差${'、'.repeat(56)}`, null],
  ['完成5个', null],
  ['', null],
])('%s: %s', (text, reason) => {
  expect(findTextReason(normaliseText(text))).toBe(reason);
});
