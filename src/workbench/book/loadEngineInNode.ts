/** Loads the spreadsheet engine where files can be read: in tests and tools. */
import { readFileSync } from 'node:fs';
import { initSync } from '@ironcalc/wasm';

/** To be called once before a workbook is opened. */
export function loadEngineInNode(): void {
  initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
}
