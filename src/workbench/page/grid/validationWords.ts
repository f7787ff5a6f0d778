/** What the validation of a cell says to the person: its hint when the cell is chosen, its message when something else is typed. */
import { cellName } from '../../../form/address';
import { BookRefusal, type Sheet, type Validation } from '../../book/book';
import { wordsOf } from '../../book/judgeValidation';
import { sentence } from '../sentence';

export interface Hint {
  readonly title: string;
  readonly text: string;
}

/** Null when there is nothing to say. */
export function hintOf(validation: Validation | null): Hint | null {
  if (!validation) return null;
  const { prompt, hasDropDown } = validation;
  const words = hasDropDown ? wordsOf(validation) : null;
  const choice = words ? [sentence('choices', { words: words.join('、') })] : [];
  const message = prompt.isShown && prompt.message !== '' ? [prompt.message] : [];
  const title = prompt.isShown ? prompt.title : '';
  const text = [...message, ...choice].join('\n');
  return title === '' && text === '' ? null : { title, text };
}

export interface Refusal {
  readonly sentence: string;
  /** False when the person may enter it all the same. */
  readonly isStrict: boolean;
}

/** Why what is typed does not obey the validation of its cell; null when it does, or when nobody minds. */
export function explainInvalid(sheet: Sheet, row: number, column: number, text: string): Refusal | null {
  const validation = sheet.validationAt(row, column);
  if (validation?.alert.isShown !== true || text === '' || isTaken(sheet, row, column, text)) return null;
  const { title, message, style } = validation.alert;
  const reason = [title, message].filter((part) => part !== '').join('：') || sentence('invalidValue');
  const isStrict = style === 'stop';
  return {
    sentence: sentence(isStrict ? 'refused' : 'warned', { cell: cellName(row, column), reason }),
    isStrict,
  };
}

/** What cannot be a value at all is refused when it is entered. */
function isTaken(sheet: Sheet, row: number, column: number, text: string): boolean {
  try {
    return sheet.isValid(row, column, text);
  } catch (error) {
    if (error instanceof BookRefusal) return true;
    throw error;
  }
}
