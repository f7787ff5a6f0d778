/** Loads the spreadsheet engine in a page, where the bundler has put its program beside the scripts. */
import initialise from '@ironcalc/wasm';

/** To be awaited once before a workbook is opened. */
export async function loadEngine(): Promise<void> {
  await initialise();
}
