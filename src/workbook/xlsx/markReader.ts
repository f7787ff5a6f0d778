/** Gathers the marks of ours while a sheet is parsed: conditional formats whose rule carries a label of ours. */
import type { Mark } from '../../form/writePlan';
import { marksOfRule } from '../markRule';
import type { XmlTag } from './xml';

export interface MarkReader {
  readonly marks: Mark[];
  /** To be told of every element inside a conditionalFormatting, itself included. */
  open(tag: XmlTag): void;
  text(text: string): void;
  /** `depth` is that of the element closed. */
  close(depth: number): void;
}

const FORMAT_DEPTH = 1;
const RULE_DEPTH = 2;

export function createMarkReader(): MarkReader {
  const marks: Mark[] = [];
  let ranges: readonly string[] = [];
  let formulas = '';
  return {
    marks,
    open(tag) {
      if (tag.depth === FORMAT_DEPTH)
        ranges = (tag.attribute('sqref') ?? '').split(/\s+/).filter((range) => range !== '');
      else if (tag.depth === RULE_DEPTH) formulas = '';
    },
    text(text) {
      formulas += text;
    },
    close(depth) {
      if (depth === RULE_DEPTH) marks.push(...(marksOfRule(formulas, ranges) ?? []));
    },
  };
}
