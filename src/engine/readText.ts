/** Texts that say nothing about the row although words or numbers stand in them: scoring rules, option lists, bands. */
import type { TextReason } from './outcome';
import patterns from './textPatterns.json';

const SCORING_RULE =
  /(?:计|扣) ?\d{1,3}(?:\.\d{1,2})? ?分|不得分|扣分|扣完为止|得满分|酌情|每(?:少|低|降|超|增加|减少|延迟|高|下降|出现)[^。;]{0,30}[扣减]/;
/** "得3分" alone may be a result; beside another number it is a rule. */
const POINTS_FOR = /得 ?\d{1,3}(?:\.\d{1,2})? ?分/;
const NUMBER = /\d+(?:\.\d+)?/g;
const BAND = new RegExp(
  `^(?:全部|全面|部分|基本|未|已|均|均已)?(?:${patterns.bands.join('|')})(?:(?:并|且)[^\\d]{0,12})?$`,
);
const SEPARATORS = /[\s、/|,，;()。:]|定性|定量|或/g;

/** Why a normalised text is left to a person whatever numbers it holds; null when it may be read. */
export function findTextReason(text: string): TextReason | null {
  const givesPoints = POINTS_FOR.test(text) && (text.match(NUMBER)?.length ?? 0) > 1;
  if (givesPoints || SCORING_RULE.test(text)) return 'scoring-rule';
  const bare = text.length > 60 ? text : text.replace(SEPARATORS, '');
  if (patterns.optionLists.includes(bare)) return 'option-list';
  return BAND.test(bare) ? 'band-name' : null;
}
