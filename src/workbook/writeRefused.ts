/** Why a plan could not be applied or a sheet not be added: the workbook is left as it was. Both doors of the workbook reject with it. */
export type WriteRefusal =
  /** The workbook carries a digital signature, which any change would break. */
  | { readonly kind: 'signed' }
  /** The structure of the workbook is protected: no sheet can be added. */
  | { readonly kind: 'structure' }
  | { readonly kind: 'no-sheet'; readonly sheet: string }
  /** The plan itself is not sound: no such cell or range, a number that is none, a text that is too long. */
  | { readonly kind: 'address' | 'value'; readonly sheet: string; readonly cell: string }
  /** The cell holds a formula, or is locked on a protected sheet. */
  | { readonly kind: 'formula' | 'locked'; readonly sheet: string; readonly cell: string }
  /** Somebody has changed the cell since the sheet was read: the plan is no longer true of the sheet. */
  | { readonly kind: 'edited'; readonly sheet: string; readonly cell: string }
  /** Merged cells cover the cell: what is written there is seen by nobody. A new reading knows it. */
  | { readonly kind: 'covered'; readonly sheet: string; readonly cell: string }
  /** The workbook would no longer be within the limits of a file that can be read. */
  | { readonly kind: 'result' };

export class WriteRefused extends Error {
  readonly refusal: WriteRefusal;

  constructor(refusal: WriteRefusal) {
    super(`write refused: ${refusal.kind}`);
    this.refusal = refusal;
  }
}
