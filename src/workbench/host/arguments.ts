/** Reads the arguments of calls as Excel does: what is missing may be left out, what has the wrong type is an InvalidArgument. */
import type { Argument } from './definition';
import { HostError } from './hostError';
import type { Place } from './place';
import type { Json } from './protocol';

export function invalid(location: string, message?: string): HostError {
  return new HostError('InvalidArgument', location, message);
}

/** The value of an argument; null when it is left out. */
export function valueAt(args: readonly Argument[], index: number, location: string): Json {
  const argument = args[index];
  if (!argument) return null;
  if (argument.kind === 'object') throw invalid(location);
  return argument.value;
}

export function textAt(args: readonly Argument[], index: number, location: string): string {
  const value = valueAt(args, index, location);
  if (typeof value !== 'string') throw invalid(location);
  return value;
}

/** Null when left out. */
export function optionalTextAt(args: readonly Argument[], index: number, location: string): string | null {
  const value = valueAt(args, index, location);
  if (value !== null && typeof value !== 'string') throw invalid(location);
  return value;
}

export function integerAt(args: readonly Argument[], index: number, location: string): number {
  const value = valueAt(args, index, location);
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalid(location);
  return value;
}

/** False when left out. */
export function flagAt(args: readonly Argument[], index: number, location: string): boolean {
  const value = valueAt(args, index, location);
  if (value !== null && typeof value !== 'boolean') throw invalid(location);
  return value === true;
}

/** One of some words; the first when left out. */
export function choiceAt<Word extends string>(
  args: readonly Argument[],
  index: number,
  words: readonly [Word, ...Word[]],
  location: string,
): Word {
  const value = valueAt(args, index, location);
  if (value === null) return words[0];
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw invalid(location);
  return word;
}

/** The cells of an argument that is a range object; null for any other argument. */
export function placeAt(args: readonly Argument[], index: number): Place | null {
  const argument = args[index];
  return argument?.kind === 'object' ? argument.object.place : null;
}
