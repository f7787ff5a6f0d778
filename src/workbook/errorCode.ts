/** Error values of cells: a sheet gives them, and takes them back, as their codes. */
const ERROR_CODE = /^#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;
const TEXT_FORMAT = '@';

/** True for "#DIV/0!". */
export function isErrorCode(value: string): boolean {
  return ERROR_CODE.test(value);
}

/** True when a cell of this format holds the code as an error: under the text format everything is a text. */
export function standsForError(value: unknown, format: string): boolean {
  return typeof value === 'string' && format !== TEXT_FORMAT && isErrorCode(value);
}
