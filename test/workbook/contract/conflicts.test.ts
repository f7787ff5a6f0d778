/** @jest-environment jsdom */
import { createSession, type Session } from '../../../src/app/session';
import type { CommandFailure } from '../../../src/app/sessionState';
import type { Book, Sheet } from '../../../src/workbench/book/book';
import { bindRangeAreas, rangeAreasClass } from '../../../src/workbench/host/classes/rangeAreas';
import { bookContent } from './bookContent';
import { openInExcel, type ExcelDoor } from './doors';
import { meanwhile } from './meanwhile';
import { smallBook, type SmallForm } from './smallForm';

const SCORE = 6;

interface Scene extends ExcelDoor {
  readonly session: Session;
  readonly sheet: Sheet;
}

async function open(form: SmallForm = {}, names: readonly string[] = ['自评表']): Promise<Scene> {
  const door = openInExcel(smallBook(names, form));
  await door.workbook.follow(() => undefined);
  door.host.startCommand();
  const [sheet] = door.book.sheets;
  if (!sheet) throw new Error('no sheet');
  return { ...door, sheet, session: createSession(door.workbook, () => new Date(0)) };
}

/** Cells that the add-in wrote, by their row and column. */
function watchWrites(book: Book): Set<string> {
  const written = new Set<string>();
  book.onChange(({ kind, by, area }) => {
    if (kind === 'cells' && by === 'add-in' && area) written.add(`${area.top},${area.left}`);
  });
  return written;
}

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

const told = (failure: CommandFailure | null): unknown =>
  failure?.kind === 'refused' ? failure.refusal : failure;

const edited = (cell: string): unknown => ({ kind: 'edited', sheet: '自评表', cell });

describe('somebody types into a blank cell while the write is on its way', () => {
  test.each<[string, number | string | boolean]>([
    ['a number', 45],
    ['a text', '优'],
    ['a formula', '=F3*0.9'],
    ['a logical value', true],
    ['the very score', 50],
  ])('%s: it is never written over, and nothing else is written', async (_, typed) => {
    const { book, sheet, host, session } = await open();
    const written = watchWrites(book);
    let expected: unknown;
    meanwhile(host, 'the write', () => {
      sheet.write(2, SCORE, typed);
      expected = bookContent(book);
    });
    const { failure } = await session.run('recalculate');
    if (typed === 50) {
      expect(failure).toBeNull();
      expect(written).not.toContain('2,6');
      return;
    }
    expect(told(failure)).toEqual(edited('G3'));
    expect([...written]).toEqual([]);
    expect(bookContent(book)).toEqual(expected);
    expect((await session.run('recalculate')).failure).toBeNull();
  });
});

describe('somebody changes the total while the write is on its way', () => {
  const changes: readonly [string, (sheet: Sheet) => void][] = [
    [
      'a number',
      (sheet) => {
        sheet.write(5, SCORE, 88);
      },
    ],
    [
      'a text',
      (sheet) => {
        sheet.write(5, SCORE, '待定');
      },
    ],
    [
      'a text that looks like a number',
      (sheet) => {
        sheet.write(5, SCORE, "'88%");
      },
    ],
    [
      'a text that looks like a formula',
      (sheet) => {
        sheet.write(5, SCORE, "'=A1");
      },
    ],
    [
      'a percentage, which changes the format',
      (sheet) => {
        sheet.write(5, SCORE, '88%');
      },
    ],
    [
      'a formula',
      (sheet) => {
        sheet.write(5, SCORE, '=SUM(G3:G5)');
      },
    ],
    [
      'a logical value',
      (sheet) => {
        sheet.write(5, SCORE, false);
      },
    ],
    [
      'nothing',
      (sheet) => {
        sheet.write(5, SCORE, '');
      },
    ],
  ];

  test.each(changes)('%s: it stands there afterwards, and nothing else is changed', async (_, change) => {
    const { book, sheet, host, session } = await open({ total: 60 });
    let expected: unknown;
    meanwhile(host, 'the write', () => {
      change(sheet);
      expected = bookContent(book);
    });
    const { failure } = await session.run('recalculate');
    expect(told(failure)).toEqual(edited('G6'));
    expect(bookContent(book)).toEqual(expected);
    expect((await session.run('recalculate')).failure).toBeNull();
  });

  test('and putting it back fails: it is told that this is unsure, and where', async () => {
    const { sheet, host, session } = await open({ total: 60 });
    meanwhile(host, 'the write', () => {
      sheet.write(5, SCORE, 88);
      host.fail({ batch: 2, times: 9 });
    });
    const { failure } = await session.run('recalculate');
    host.fail(null);
    expect(failure).toMatchObject({ kind: 'host', failure: { problem: 'changed', state: 'unsure' } });
    expect(failure?.kind === 'host' ? failure.failure.details : '').toContain('G6');
    expect(session.state().canRevert).toBe(true);
  });
});

describe('an edit that was seen before the write was sent', () => {
  test.each(['G3', 'E4', 'G6'])('of %s: nothing is sent', async (cell) => {
    const { book, sheet, host, session, workbook } = await open({ total: 60 });
    const written = watchWrites(book);
    const slow = createSession(
      {
        ...workbook,
        apply: async (plans) => {
          sheet.write(Number(cell.slice(1)) - 1, cell.charCodeAt(0) - 65, cell.startsWith('G') ? 7 : '8%');
          await later();
          return workbook.apply(plans);
        },
      },
      () => new Date(0),
    );
    const { failure } = await slow.run('recalculate');
    expect(told(failure)).toEqual(edited(cell));
    expect(written.size).toBe(0);
    expect(host.batches.filter(({ changes }) => changes > 0)).toEqual([]);
    expect((await session.run('recalculate')).failure).toBeNull();
  });

  test('on another sheet does not matter', async () => {
    const { book, session, host, workbook } = await open({}, ['自评表', '别的']);
    const [, other] = book.sheets;
    const [plan] = [await workbook.read(['自评表'])];
    expect(plan.sheets).toHaveLength(1);
    host.startCommand();
    other?.write(0, 0, '改');
    await later();
    expect((await session.run('recalculate')).failure).toBeNull();
    expect(host.batches).toHaveLength(2);
  });

  test('that the reading has seen as well costs nothing but a look', async () => {
    const { sheet, session, host, workbook } = await open();
    const slow = createSession(
      {
        ...workbook,
        apply: async (plans) => {
          // Excel tells of an edit later than the reading saw it.
          await later();
          return workbook.apply(plans);
        },
      },
      () => new Date(0),
    );
    sheet.write(2, 4, '9次');
    expect((await slow.run('recalculate')).failure).toBeNull();
    expect(sheet.cell(2, SCORE).value).toBe(45);
    expect(host.batches).toHaveLength(3);
    host.startCommand();
    expect((await session.run('recalculate')).failure).toBeNull();
    expect(host.batches).toHaveLength(1);
  });
});

const MOVES: readonly [string, (sheet: Sheet) => void][] = [
  [
    'a row comes above',
    (sheet) => {
      sheet.insertRows(0, 1);
    },
  ],
  [
    'a row comes between',
    (sheet) => {
      sheet.insertRows(3, 1);
    },
  ],
  [
    'a row goes above',
    (sheet) => {
      sheet.deleteRows(0, 1);
    },
  ],
  [
    'a scored row goes',
    (sheet) => {
      sheet.deleteRows(3, 1);
    },
  ],
  [
    'a column comes',
    (sheet) => {
      sheet.insertColumns(1, 1);
    },
  ],
  [
    'a column goes',
    (sheet) => {
      sheet.deleteColumns(1, 1);
    },
  ],
  [
    'rows change places',
    (sheet) => {
      sheet.insertRows(2, 1);
      for (let column = 0; column < 6; column += 1) sheet.write(2, column, sheet.cell(5, column).value ?? '');
      sheet.deleteRows(5, 1);
    },
  ],
];

describe.each(MOVES)('%s while the write is on its way', (_, move) => {
  test('no cell is written that was not meant, and the next run is right', async () => {
    const { book, sheet, host, session } = await open();
    let expected: unknown;
    meanwhile(host, 'the write', () => {
      move(sheet);
      expected = bookContent(book);
    });
    const { failure } = await session.run('recalculate');
    expect(told(failure)).toMatchObject({ kind: 'edited', sheet: '自评表' });
    expect(bookContent(book)).toEqual(expected);
    await session.run('recalculate');
    for (const row of [2, 3, 4, 5, 6]) {
      const cells = Array.from({ length: 8 }, (_column, column) => sheet.cell(row, column).value);
      // Everybody earns all: what stands behind the weight is the same.
      const weight = cells.findIndex((value) => typeof value === 'number' && value >= 10);
      if (weight >= 0 && cells[0] !== '总分')
        expect(cells.slice(weight, weight + 2)).toEqual([cells[weight], cells[weight]]);
    }
  });
});

test('a column between labels and scores goes while the write is on its way: nothing is written', async () => {
  const { book, sheet, host, session } = await open();
  let expected: unknown;
  meanwhile(host, 'the write', () => {
    sheet.deleteColumns(3, 1);
    expected = bookContent(book);
  });
  const { failure } = await session.run('recalculate');
  expect(told(failure)).toMatchObject({ kind: 'edited', sheet: '自评表' });
  expect(bookContent(book)).toEqual(expected);
});

describe('every command that writes', () => {
  const commands: readonly [string, SmallForm, (session: Session) => Promise<unknown>][] = [
    [
      'accept',
      { scores: [40, 40, 10], total: 90 },
      (session) => session.accept({ kind: 'row', sheet: '自评表', row: 3 }),
    ],
    [
      'accept all',
      { scores: [60, 40, 10], total: 110 },
      (session) => session.accept({ kind: 'finding', sheet: null, code: 'score-exceeds-weight' }),
    ],
    [
      'revert',
      {},
      async (session) => {
        await session.run('recalculate');
        return session.run('revert');
      },
    ],
  ];

  test.each(commands)('%s leaves alone what somebody typed meanwhile', async (name, form, run) => {
    const { book, sheet, host, session } = await open(form);
    let expected: unknown;
    // A revert is the second thing that writes.
    let writes = 0;
    const wanted = name === 'revert' ? 2 : 1;
    const answer = host.answer.bind(host);
    host.answer = (body, options) => {
      if (body.includes('"Name":"Values"')) {
        writes += 1;
        if (writes === wanted) {
          sheet.write(2, SCORE, 12.5);
          expected = bookContent(book);
        }
      }
      return answer(body, options);
    };
    await run(session);
    expect(told(session.state().outcome?.failure ?? null)).toEqual(edited('G3'));
    expect(bookContent(book)).toEqual(expected);
  });

  test('a preview that is confirmed after somebody typed is shown anew, and nothing is written', async () => {
    const { book, sheet, session } = await open();
    const written = watchWrites(book);
    await session.preview();
    sheet.write(2, 4, '8次');
    await later();
    const { failure } = await session.confirm();
    expect(failure).toMatchObject({ kind: 'problem', problem: { code: 'preview-outdated' } });
    expect(written.size).toBe(0);
    expect(session.state().pending?.sheets[0]?.writes.find(({ cell }) => cell === 'G3')?.to).toBe('40');
    expect((await session.confirm()).failure).toBeNull();
    expect(sheet.cell(2, SCORE).value).toBe(40);
  });
});

describe('a sheet', () => {
  test('that is renamed meanwhile is written all the same', async () => {
    const { book, sheet, host, session } = await open();
    meanwhile(host, 'the write', () => {
      book.renameSheet(sheet, '新名');
    });
    expect((await session.run('recalculate')).failure).toBeNull();
    expect(sheet.cell(5, SCORE).value).toBe(100);
  });

  test('whose name another one has by now is the one that is written', async () => {
    const { book, sheet, host, session } = await open({}, ['自评表', '别的']);
    const [, other] = book.sheets;
    if (!other) throw new Error('no second sheet');
    other.write(2, 4, '5次');
    await later();
    meanwhile(host, 'the write', () => {
      book.renameSheet(sheet, '换');
      book.renameSheet(other, '自评表');
      book.renameSheet(sheet, '别的');
    });
    expect((await session.run('recalculate')).failure).toBeNull();
    expect([sheet.cell(2, SCORE).value, other.cell(2, SCORE).value]).toEqual([50, 25]);
  });

  test('that is deleted meanwhile: the others are left as they are, and it is told', async () => {
    const { book, sheet, host, session } = await open({}, ['自评表', '别的']);
    const [, other] = book.sheets;
    meanwhile(host, 'the write', () => {
      book.deleteSheet(sheet);
    });
    const { failure } = await session.run('recalculate');
    expect(failure).toMatchObject({ kind: 'host', failure: { problem: 'changed', state: 'untouched' } });
    expect(other?.cell(2, SCORE).value ?? null).toBeNull();
    expect((await session.run('recalculate')).failure).toBeNull();
    expect(other?.cell(2, SCORE).value).toBe(50);
  });

  test('that is renamed while a write fails is put back under its new name', async () => {
    const { book, sheet, host, session } = await open();
    const before = bookContent(book);
    meanwhile(host, 'the write', () => {
      book.renameSheet(sheet, '新名');
      host.fail({ at: 'after' });
    });
    expect((await session.run('recalculate')).failure).toMatchObject({ failure: { state: 'untouched' } });
    book.renameSheet(sheet, '自评表');
    expect(bookContent(book)).toEqual(before);
  });
});

test('a cell that is being typed into when the write is sent keeps what is typed', async () => {
  const { sheet, host, session } = await open();
  meanwhile(host, 'the write', () => {
    host.setEditing(true);
    setTimeout(() => {
      sheet.write(2, SCORE, 33);
      host.setEditing(false);
    }, 20);
  });
  const { failure } = await session.run('recalculate');
  expect(told(failure)).toEqual(edited('G3'));
  expect([sheet.cell(2, SCORE).value, sheet.cell(3, SCORE).value]).toEqual([33, null]);
});

describe('when nobody interferes', () => {
  test('a recalculation is two batches and sends less than 200 bytes for each changed cell', async () => {
    const { host, session } = await open({ times: 20 });
    expect((await session.run('recalculate')).written).toBe(61);
    expect(host.batches).toHaveLength(2);
    const [, write] = host.batches;
    expect((write?.bytes ?? Infinity) / (write?.changes ?? 1)).toBeLessThan(200);
  });

  test('a guard that stops without a reason is left out at the second try', async () => {
    const spoiled = rangeAreasClass.members['getUsedRangeAreasOrNullObject'];
    if (spoiled?.kind !== 'path') throw new Error('no such path');
    jest.spyOn(spoiled, 'get').mockImplementation((place, _args, scope) => bindRangeAreas(place, scope));
    const { sheet, session, host } = await open();
    expect((await session.run('recalculate')).failure).toBeNull();
    jest.restoreAllMocks();
    expect(sheet.cell(5, SCORE).value).toBe(100);
    expect(host.batches.map(({ error }) => error)).toEqual([null, 'InvalidArgument', null, null]);
  });
});
