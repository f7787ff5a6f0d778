/** Follows what a person does in Excel: edits, moves to another sheet, selects a cell. */

/** An event as Excel tells it: the sheet by its id. */
export interface HostEvent {
  readonly kind: 'edited' | 'activated' | 'selected';
  readonly sheetId: string;
  /** "G9:H9"; "" for a sheet that was activated. */
  readonly range: string;
  /** True when Excel says that this add-in did it. */
  readonly isOwn: boolean;
  /** True when somebody did it who has the workbook open elsewhere. */
  readonly isRemote: boolean;
}

/** Registers for the events of all sheets; returns what takes them off again. */
export async function followEvents(
  context: Excel.RequestContext,
  listener: (event: HostEvent) => void,
): Promise<() => Promise<void>> {
  const { worksheets } = context.workbook;
  const tell = (event: HostEvent): Promise<void> => {
    listener(event);
    return Promise.resolve();
  };
  const handlers = [
    worksheets.onChanged.add(({ worksheetId, address, source, triggerSource }) =>
      tell({
        kind: 'edited',
        sheetId: worksheetId,
        range: address,
        isOwn: triggerSource === 'ThisLocalAddin',
        isRemote: source === 'Remote',
      }),
    ),
    worksheets.onActivated.add(({ worksheetId }) =>
      tell({ kind: 'activated', sheetId: worksheetId, range: '', isOwn: false, isRemote: false }),
    ),
    worksheets.onSelectionChanged.add(({ worksheetId, address }) =>
      tell({ kind: 'selected', sheetId: worksheetId, range: address, isOwn: false, isRemote: false }),
    ),
  ];
  await context.sync();
  return async () => {
    for (const handler of handlers) handler.remove();
    await Excel.run(handlers[0]?.context ?? context, (same) => same.sync());
  };
}
