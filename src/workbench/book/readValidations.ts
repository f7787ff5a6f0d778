/** Reads the validations of a worksheet. */
import { decodeXstring, isTrue } from '../../workbook/xlsx/xml';
import { childOf, listOf, type XmlNode } from '../../workbook/xlsx/xmlTree';
import { parseAreas } from './areas';
import type { Validation, ValidationOperator } from './book';
import type { ValidationState } from './state';

const TYPES = ['none', 'whole', 'decimal', 'list', 'date', 'time', 'textLength', 'custom'] as const;
const OPERATORS: readonly ValidationOperator[] = [
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
];
const STYLES = ['stop', 'warning', 'information'] as const;

/** Cells without a rule and without anything to say. */
export const NO_VALIDATION: Validation = {
  type: 'none',
  operator: 'between',
  formulas: [],
  ignoresBlanks: true,
  hasDropDown: true,
  prompt: { isShown: true, title: '', message: '' },
  alert: { isShown: true, style: 'stop', title: '', message: '' },
};

/** In the order of the file. */
export function readValidations(root: XmlNode): readonly ValidationState[] {
  return listOf(root, 'dataValidations').map((node, place) => readValidation(node, place));
}

function readValidation(node: XmlNode, place: number): ValidationState {
  const { tag } = node;
  const text = (name: string): string => decodeXstring(tag.attribute(name) ?? '');
  return {
    place,
    areas: parseAreas(tag.attribute('sqref') ?? ''),
    type: TYPES.find((one) => one === tag.attribute('type')) ?? 'none',
    operator: OPERATORS.find((one) => one === tag.attribute('operator')) ?? 'between',
    formulas: ['formula1', 'formula2'].flatMap((name) => {
      const formula = childOf(node, name);
      return formula ? [formula.text] : [];
    }),
    ignoresBlanks: isTrue(tag.attribute('allowBlank')),
    // The attribute says the opposite of its name.
    hasDropDown: !isTrue(tag.attribute('showDropDown')),
    prompt: {
      isShown: isTrue(tag.attribute('showInputMessage')),
      title: text('promptTitle'),
      message: text('prompt'),
    },
    alert: {
      isShown: isTrue(tag.attribute('showErrorMessage')),
      style: STYLES.find((one) => one === tag.attribute('errorStyle')) ?? 'stop',
      title: text('errorTitle'),
      message: text('error'),
    },
  };
}
