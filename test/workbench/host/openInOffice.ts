/** Opens a workbook in the workbench and connects the genuine Office.js with it. */
import { connect } from './officeSession';
import { openBook } from '../../../src/workbench/book/openBook';
import { loadEngineInNode } from '../../../src/workbench/book/loadEngineInNode';
import type { Book } from '../../../src/workbench/book/book';
import { createHost, type HostOptions } from '../../../src/workbench/host/createHost';
import type { Host } from '../../../src/workbench/host/host';

export interface OpenedInOffice {
  readonly book: Book;
  readonly host: Host;
}

/** `Excel.run` of the test reaches this workbook from now on. */
export function openInOffice(bytes: Uint8Array, options: HostOptions = {}): OpenedInOffice {
  loadEngineInNode();
  const opened = openBook(bytes, '自评表.xlsx');
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const host = createHost(opened.book, options);
  connect(host);
  return { book: opened.book, host };
}
