/** Writes validations: those that the file has keep what is not changed of them. */
import { editAttributes } from '../../workbook/xlsx/textEdit';
import { encodeXstring, escapeXml } from '../../workbook/xlsx/xml';
import { childOf, readTree } from '../../workbook/xlsx/xmlTree';
import type { BookValidation } from './book';
import { areaText } from './formatPatch';
import { withElement, withInside } from './sheetElement';
import type { ValidationState } from './state';
import { sameValidations } from './validations';

/** The text with the validations of a sheet, which follow those of its part. */
export function patchValidations(
  xml: string,
  part: string,
  before: readonly ValidationState[],
  after: readonly ValidationState[],
): string {
  if (sameValidations(before, after)) return xml;
  const root = readTree(xml, part, (tag) => tag.depth === 1 && tag.local !== 'dataValidations');
  const list = childOf(root, 'dataValidations');
  return withElement(xml, part, 'dataValidations', (p) => {
    if (after.length === 0) return '';
    const texts = after.map((validation) => {
      const known = before.find(({ place }) => place !== null && place === validation.place);
      const node = list?.children[validation.place ?? -1];
      const text = node && known ? xml.slice(node.tag.start, node.end) : '';
      return validationText(p, validation, known && text !== '' ? { validation: known, text } : null);
    });
    const open = list ? xml.slice(list.tag.start, list.openEnd) : `<${p}dataValidations/>`;
    return withInside(editAttributes(open, { count: String(after.length) }), texts.join(''));
  });
}

function validationText(
  p: string,
  validation: ValidationState,
  known: { readonly validation: ValidationState; readonly text: string } | null,
): string {
  const wanted = attributesOf(validation);
  if (!known) return withInside(editAttributes(`<${p}dataValidation/>`, wanted), formulasText(p, validation));
  const stood = attributesOf(known.validation);
  const changes = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => stood[name] !== value));
  const openEnd = known.text.indexOf('>') + 1;
  const open = editAttributes(known.text.slice(0, openEnd), changes);
  const isSame = known.validation.formulas.join('\n') === validation.formulas.join('\n');
  return isSame ? open + known.text.slice(openEnd) : withInside(open, formulasText(p, validation));
}

function formulasText(p: string, { formulas }: BookValidation): string {
  return formulas
    .map((formula, index) => `<${p}formula${index + 1}>${escapeXml(formula)}</${p}formula${index + 1}>`)
    .join('');
}

/** Null for what a file says by saying nothing. */
function attributesOf(validation: BookValidation): Readonly<Record<string, string | null>> {
  const { type, operator, ignoresBlanks, hasDropDown, prompt, alert, areas } = validation;
  const flag = (isSet: boolean): string | null => (isSet ? '1' : null);
  const text = (words: string): string | null =>
    words === ''
      ? null
      : escapeXml(encodeXstring(words)).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return {
    type: type === 'none' ? null : type,
    errorStyle: alert.style === 'stop' ? null : alert.style,
    operator: operator === 'between' ? null : operator,
    allowBlank: flag(ignoresBlanks),
    showDropDown: flag(!hasDropDown),
    showInputMessage: flag(prompt.isShown),
    showErrorMessage: flag(alert.isShown),
    errorTitle: text(alert.title),
    error: text(alert.message),
    promptTitle: text(prompt.title),
    prompt: text(prompt.message),
    sqref: areas.map(areaText).join(' '),
  };
}
