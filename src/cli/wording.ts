/** Puts the problems of files into words. */
import { choose } from '../app/wording';
import type { Say } from '../locales/sentences';
import type { FileResult } from './recalculateFile';

/** Why a file could not be used, what is wrong and what to do next, in one line. */
export function sayProblem({ problem, sheets }: FileResult, say: Say): string {
  if (!problem) return '';
  const key = choose(say, `error.${problem.code}.${problem.detail.kind}`, `error.${problem.code}`);
  const diagnosis = sheets.find((sheet) => (sheet.diagnosis?.found.length ?? 0) > 0)?.diagnosis;
  const found =
    diagnosis?.found.slice(0, 6).map(({ text, cell }) => `${text.replace(/\s+/g, '')}(${cell})`) ?? [];
  const missing = (diagnosis?.missing ?? []).map((role) => say(choose(say, `role.${role}`, 'role.name')));
  const listed = { found: found.join(say('list.comma')), missing: missing.join(say('list.comma')) };
  const ending = problem.code === 'no-form' && found.length > 0 ? say('error.no-form.diagnosis', listed) : '';
  return `${say(key, { ...problem.detail, ...megabytes(problem.detail) })}${ending}`.replace(/\s+/g, ' ');
}

/** Sizes in bytes as a person reads them, as `limitMB` and `actualMB`. */
function megabytes(detail: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const inMegabytes = (bytes: string | undefined): string => (Number(bytes ?? 0) / 1024 / 1024).toFixed(0);
  return { limitMB: inMegabytes(detail['limit']), actualMB: inMegabytes(detail['actual']) };
}
