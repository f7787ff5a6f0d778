/** Loads the spreadsheet engine where files can be read: in tests and tools. */
import { readFileSync } from 'node:fs';
import { initSync } from '@ironcalc/wasm';

/**
 * To be called once before a workbook is opened.
 * @param file the engine, for a program that is bundled and so does not find it beside its package
 */
export function loadEngineInNode(file = require.resolve('@ironcalc/wasm/wasm_bg.wasm')): void {
  initSync({ module: readFileSync(file) });
}
