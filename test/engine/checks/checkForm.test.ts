import { checkForm } from '../../../src/engine/checks/checkForm';
import { FINDING_CODES } from '../../../src/engine/finding';
import { SEVERITIES, usualSeverity } from '../../../src/engine/checks/raise';
import severities from '../../../src/engine/checks/severities.json';
import { compared, form, judged, lines, noActual, numberCell, type FormChange } from './buildFacts';

test('a clean form raises nothing', () => {
  expect(checkForm(form()).findings).toEqual([]);
});

test('a clean form without reason column, fund block or total raises nothing', () => {
  expect(checkForm(form({ everyRow: { reason: null } })).findings).toEqual([]);
  expect(checkForm(form({ total: null })).findings).toEqual([]);
});

test('a form nobody has filled in is not flooded', () => {
  const untouched = form({
    everyRow: { actual: '', score: '', name: '', outcome: noActual() },
    budget: { budget: '', spent: '', rate: '', score: '', computed: '' },
    total: { score: '' },
    facts: { placeholders: [{ cell: 'D15', text: '……' }] },
  });
  expect(lines(checkForm(untouched).findings)).toEqual(['info placeholder-left - D15']);
});

test('a template that prints a total of 0 is still untouched', () => {
  const untouched = form({
    everyRow: { actual: '—', score: '', outcome: noActual() },
    budget: { budget: '0', spent: '0', rate: '', score: '', computed: '' },
    total: { score: '0' },
  });
  expect(checkForm(untouched).findings).toEqual([]);
});

const BEGUN: readonly (readonly [string, FormChange])[] = [
  ['one actual', { rows: { 10: { actual: '52人', outcome: judged() } } }],
  ['one score', { rows: { 10: { score: '20', outcome: judged() } } }],
  ['what was spent', { budget: { spent: '20', budget: '20', score: '' } }],
  [
    'one judged block',
    {
      facts: {
        judgedBlocks: [
          { row: 8, name: '资金管理', weight: numberCell('G8', ''), score: numberCell('H8', '5') },
        ],
      },
    },
  ],
];

test.each(BEGUN)('a form with %s is no longer untouched', (_, change) => {
  const begun = form({
    everyRow: { actual: '', score: '', outcome: noActual() },
    budget: { budget: '20', spent: '0', rate: '', score: '', computed: '' },
    total: { score: '' },
    ...change,
  });
  expect(checkForm(begun).findings.map(({ code }) => code)).toContain('score-missing');
});

test('findings stand worst first, and those of the form before those of its rows', () => {
  const found = checkForm(
    form({
      rows: {
        10: { actual: '40人', score: '16', outcome: compared('at-least', '≥50人', '40人', '16') },
        11: { score: '', outcome: judged() },
        13: { score: '29' },
      },
      total: { score: '99' },
    }),
  ).findings;
  expect(lines(found)).toEqual([
    'error total-wrong - H20',
    'warning target-missed 10 F10',
    'warning reason-missing 10 I10',
    'warning score-missing 11 H11',
    'warning reason-missing 13 I13',
    'info score-below-rule 13 H13',
  ]);
});

test('every code has one usual severity', () => {
  const listed = SEVERITIES.flatMap((severity) => severities[severity]);
  expect([...listed].sort()).toEqual([...FINDING_CODES].sort());
  expect(usualSeverity('total-wrong')).toBe('error');
});
