/** Excel.DataValidation: what may be typed into the cells of a range. */
import type { Area, BookValidation, Validation } from '../../book/book';
import { NO_VALIDATION } from '../../book/readValidations';
import { formulasFrom } from '../../book/validations';
import { withoutAreas } from '../../book/areas';
import { invalid } from '../arguments';
import type { ClassDefinition, Instance, Scope } from '../definition';
import { HostError } from '../hostError';
import { areaOf, boundingArea, cellsOf, intersection, type Place } from '../place';
import { isObject, type Json, type JsonObject } from '../protocol';
import { bindRangeAreas } from './rangeAreas';
import { officeRule, officeType, readRule } from './validationRule';

const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

const STYLES = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

export const dataValidation: ClassDefinition<Place> = {
  name: 'DataValidation',
  members: {
    type: {
      kind: 'value',
      since: '1.8',
      read: (place) => {
        const found = validationsOf(place);
        if (found.kind === 'one') return officeType(found.validation);
        return found.kind === 'mixed' ? 'MixedCriteria' : 'Inconsistent';
      },
    },
    rule: {
      kind: 'value',
      since: '1.8',
      read: (place) => {
        const found = validationsOf(place);
        return found.kind === 'one' ? officeRule(found.validation) : null;
      },
      write: (place, value, scope) => {
        const found = validationsOf(place);
        const before = found.kind === 'one' ? found.validation : NO_VALIDATION;
        change(place, { ...before, ...readRule(value) }, scope);
      },
    },
    prompt: {
      kind: 'value',
      since: '1.8',
      read: (place) => {
        const found = validationsOf(place);
        if (found.kind !== 'one') return null;
        const { isShown, title, message } = found.validation.prompt;
        return { message, showPrompt: isShown, title };
      },
      write: (place, value, scope) => {
        const options = optionsOf(value, 'DataValidation.prompt');
        const prompt = {
          isShown: flagOf(options['showPrompt'], 'DataValidationPrompt.showPrompt'),
          title: textOf(options['title'], LONGEST_TITLE, 'DataValidationPrompt.title'),
          message: textOf(options['message'], LONGEST_MESSAGE, 'DataValidationPrompt.message'),
        };
        change(place, { ...uniform(place, 'DataValidation.prompt'), prompt }, scope);
      },
    },
    errorAlert: {
      kind: 'value',
      since: '1.8',
      read: (place) => {
        const found = validationsOf(place);
        if (found.kind !== 'one') return null;
        const { isShown, style, title, message } = found.validation.alert;
        return { message, showAlert: isShown, style: STYLES[style], title };
      },
      write: (place, value, scope) => {
        const options = optionsOf(value, 'DataValidation.errorAlert');
        const alert = {
          isShown: flagOf(options['showAlert'], 'DataValidationErrorAlert.showAlert'),
          style: styleOf(options['style']),
          title: textOf(options['title'], LONGEST_TITLE, 'DataValidationErrorAlert.title'),
          message: textOf(options['message'], LONGEST_MESSAGE, 'DataValidationErrorAlert.message'),
        };
        change(place, { ...uniform(place, 'DataValidation.errorAlert'), alert }, scope);
      },
    },
    ignoreBlanks: {
      kind: 'value',
      since: '1.8',
      read: (place) => {
        const found = validationsOf(place);
        return found.kind === 'one' ? found.validation.ignoresBlanks : null;
      },
      write: (place, value, scope) => {
        if (typeof value !== 'boolean') throw invalid('DataValidation.ignoreBlanks');
        change(place, { ...uniform(place, 'DataValidation.ignoreBlanks'), ignoresBlanks: value }, scope);
      },
    },
    valid: {
      kind: 'value',
      since: '1.8',
      read: (place) => {
        const wrong = invalidCells(place);
        if (wrong.length === 0) return true;
        return withoutAreas(place.areas, wrong).length === 0 ? false : null;
      },
    },
    clear: {
      kind: 'method',
      since: '1.8',
      writes: true,
      call: (place, _args, scope) => {
        change(place, null, scope);
        return undefined;
      },
    },
    getInvalidCells: {
      kind: 'path',
      since: '1.9',
      get: (place, _args, scope) => {
        const found = boundInvalid(place, scope);
        if (!found) throw new HostError('ItemNotFound', 'DataValidation.getInvalidCells');
        return found;
      },
    },
    getInvalidCellsOrNullObject: {
      kind: 'path',
      since: '1.9',
      get: (place, _args, scope) => boundInvalid(place, scope),
    },
  },
};

type Found =
  | { readonly kind: 'one'; readonly validation: Validation }
  /** Some cells have one, others none. */
  | { readonly kind: 'mixed' }
  | { readonly kind: 'several' };

/** The validation of all cells, its formulas as seen from the first of them. */
function validationsOf({ sheet, areas }: Place): Found {
  const present = sheet.validations.filter((one) => meets(one, areas));
  const [first, ...others] = present.map((one) => seenFrom(one, areas));
  if (!first) return { kind: 'one', validation: NO_VALIDATION };
  const all = present.flatMap((one) => one.areas);
  if (withoutAreas(areas, all).length > 0) return { kind: 'mixed' };
  const text = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === text)
    ? { kind: 'one', validation: first }
    : { kind: 'several' };
}

function meets(validation: BookValidation, areas: readonly Area[]): boolean {
  return validation.areas.some((area) => areas.some((other) => intersection(area, other)));
}

function seenFrom(validation: BookValidation, areas: readonly Area[]): Validation {
  const { type, operator, ignoresBlanks, hasDropDown, prompt, alert } = validation;
  const formulas = formulasFrom(validation, areas);
  return { type, operator, formulas, ignoresBlanks, hasDropDown, prompt, alert };
}

/** @throws HostError InvalidOperation for cells with different validations */
function uniform(place: Place, location: string): Validation {
  const found = validationsOf(place);
  if (found.kind !== 'one') throw new HostError('InvalidOperation', location);
  return found.validation;
}

function change({ sheet, areas }: Place, validation: Validation | null, scope: Scope): void {
  sheet.validate(areas, validation);
  scope.noteChanges(1);
}

/** Cells of the used area and of validations that do not take blanks; nobody else's can be wrong. */
function invalidCells({ sheet, areas }: Place): Area[] {
  const used = sheet.usedArea(false);
  return sheet.validations.flatMap((validation) =>
    validation.areas.flatMap((area) =>
      areas.flatMap((wanted) => {
        const both = intersection(area, wanted);
        const judged = both && (validation.ignoresBlanks ? used && intersection(both, used) : both);
        if (!judged) return [];
        return [...cellsOf(judged)]
          .filter(({ row, column }) => !sheet.holdsValid(row, column))
          .map(({ row, column }) => areaOf(row, column, row, column));
      }),
    ),
  );
}

function boundInvalid(place: Place, scope: Scope): Instance | null {
  const areas = joined(invalidCells(place));
  return areas.length === 0 ? null : bindRangeAreas({ sheet: place.sheet, areas }, scope);
}

/** Cells below each other as one area. */
function joined(cells: readonly Area[]): Area[] {
  const areas: Area[] = [];
  for (const cell of cells) {
    const before = areas.at(-1);
    if (before?.left === cell.left && before.bottom === cell.top - 1) {
      areas[areas.length - 1] = boundingArea(before, cell);
    } else areas.push(cell);
  }
  return areas;
}

function optionsOf(value: Json, location: string): JsonObject {
  if (!isObject(value)) throw invalid(location);
  return value;
}

/** True when left out. */
function flagOf(value: Json | undefined, location: string): boolean {
  if (value !== undefined && value !== null && typeof value !== 'boolean') throw invalid(location);
  return value ?? true;
}

function textOf(value: Json | undefined, longest: number, location: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' || value.length > longest) throw invalid(location);
  return value;
}

function styleOf(value: Json | undefined): keyof typeof STYLES {
  if (value === undefined || value === null) return 'stop';
  const style = (['stop', 'warning', 'information'] as const).find((one) => STYLES[one] === value);
  if (!style) throw invalid('DataValidationErrorAlert.style');
  return style;
}
