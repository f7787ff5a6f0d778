/** The rules of eslint-plugin-office-addins, which was made for an older ESLint than ours: each is in force, and each catches what it is for. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** What each rule is for, at its shortest. */
const MISTAKES: readonly (readonly [rule: string, code: string])[] = [
  [
    'load-object-before-read',
    'const cell = context.workbook.getActiveCell(); await context.sync(); show(cell.address);',
  ],
  [
    'call-sync-before-read',
    'const cell = context.workbook.getActiveCell(); cell.load("address"); show(cell.address);',
  ],
  [
    'call-sync-after-load',
    'const cell = context.workbook.getActiveCell(); cell.load("values"); show(cell.values); await context.sync();',
  ],
  ['no-context-sync-in-loop', 'for (const name of names) await context.sync();'],
  ['no-empty-load', 'const cell = context.workbook.getActiveCell(); cell.load();'],
  ['no-navigational-load', 'const cell = context.workbook.getActiveCell(); cell.load("format/font");'],
  ['no-office-initialize', 'Office.initialize = () => undefined;'],
  [
    'test-for-null-using-isNullObject',
    'const sheet = context.workbook.worksheets.getItemOrNullObject("x"); await context.sync(); if (sheet === null) show();',
  ],
];

/** In a process of its own: the settings are a module of a kind that Jest does not load. */
function lint(): readonly [
  inForce: Readonly<Record<string, readonly unknown[]>>,
  caught: readonly (readonly string[])[],
] {
  const script = `
    import { ESLint, Linter } from 'eslint';
    import office from 'eslint-plugin-office-addins';
    const { rules } = await new ESLint().calculateConfigForFile('src/workbook/excel.ts');
    const inForce = Object.fromEntries(Object.keys(office.rules).map((name) => [name, rules['office-addins/' + name]]));
    const config = {
      plugins: { office },
      rules: Object.fromEntries(Object.keys(office.rules).map((name) => ['office/' + name, 'error'])),
    };
    const mistakes = JSON.parse(process.argv[1]);
    const caught = mistakes.map(([, code]) => new Linter().verify(code, config).map(({ ruleId, message }) => ruleId ?? message));
    process.stdout.write(JSON.stringify([inForce, caught]));`;
  const run = ['--input-type=module', '-e', script, JSON.stringify(MISTAKES)];
  return JSON.parse(execFileSync(process.execPath, run, { cwd: ROOT, encoding: 'utf8' })) as ReturnType<
    typeof lint
  >;
}

const [inForce, caught] = lint();

test('all rules are in force where Office.js is used', () => {
  expect(Object.keys(inForce).sort()).toEqual(MISTAKES.map(([rule]) => rule).sort());
  expect(Object.entries(inForce).filter(([, setting]) => setting[0] !== 2)).toEqual([]);
});

test.each(MISTAKES.map(([rule], index) => [rule, caught[index]] as const))(
  '%s catches what it is for',
  (rule, found) => {
    expect(found).toContain(`office/${rule}`);
  },
);
