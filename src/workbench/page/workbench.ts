/**
 * The workbench: an Excel in a page. Puts together the sheet, its tabs, the ribbon from `manifest.xml` and the pane with genuine Office.js, opens
 * workbooks, and offers all of it as `window.workbench`. The address may say `?lang=en-US`, `?excelapi=1.9`, `?sample=NAME` and `?pane=WIDTH`.
 */
import { loadEngine } from '../book/loadEngine';
import { openBook } from '../book/openBook';
import type { BookChange } from '../book/book';
import { createFormulaBar } from './formulaBar';
import { areaAt } from './grid/areas';
import { explainLock } from './grid/enterCells';
import { createSheetView } from './grid/sheetView';
import type { RibbonButton } from './manifest';
import { parseManifest } from './manifest';
import { offerWorkbench } from './offerWorkbench';
import { createPaneFrame } from './paneFrame';
import { drawRibbon } from './ribbon';
import { samples } from './samples';
import { sentence } from './sentence';
import type { Session } from './session';
import { startSession } from './session';
import { drawSheetTabs } from './sheetTabs';
import './workbench.css';

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no element #${id}`);
  return found;
}

const parameters = new URLSearchParams(location.search);
const language = parameters.get('lang') ?? 'zh-CN';
const notice = element('notice', HTMLDivElement);
const mode = element('mode', HTMLDivElement);
const sheetPlace = element('sheet', HTMLDivElement);
const tabsPlace = element('sheet-tabs', HTMLDivElement);
const ribbonPlace = element('ribbon', HTMLElement);
const sampleList = element('samples', HTMLSelectElement);
let session: Session | null = null;

function say(text: string, isRefusal = false): void {
  notice.textContent = text;
  notice.title = text;
  notice.classList.toggle('is-refusal', isRefusal);
}

function refuse(text: string): void {
  say(text, true);
}

function setEditing(isEditing: boolean): void {
  session?.host.setEditing(isEditing);
  mode.textContent = sentence(isEditing ? 'editing' : 'ready');
  // What was refused before is over.
  if (isEditing) say('');
}

function current(): Session {
  if (!session) throw new Error(sentence('noBook'));
  return session;
}

const view = createSheetView(sheetPlace, element('part-note', HTMLDivElement), {
  editing: setEditing,
  refused: refuse,
  shown: (cell, typing) => {
    formulaBar.show(cell, typing);
  },
  undo: () => {
    if (session?.book.undo() === false) say(sentence('nothingToUndo'));
  },
  redo: () => {
    if (session?.book.redo() === false) say(sentence('nothingToRedo'));
  },
  leave: () => {
    enterNextRegion(sheetPlace);
  },
});

const formulaBar = createFormulaBar(
  element('name-box', HTMLInputElement),
  element('formula-box', HTMLInputElement),
  {
    go: (area) => {
      view.select(area);
    },
    begin: () => {
      if (!session) return false;
      const { activeSheet, selection } = session.book;
      const { top, left } = areaAt(activeSheet, selection.top, selection.left);
      const locked = explainLock(activeSheet, top, left);
      if (locked !== null) refuse(locked);
      else setEditing(true);
      return locked === null;
    },
    enter: (text, move) => {
      view.enter(text, move);
    },
    ended: () => {
      setEditing(false);
    },
    refused: refuse,
    leave: () => {
      view.focus();
    },
  },
);

/** Where F6 leads from each part of the window, as in Excel; the pane is left by Ctrl+F6. */
function enterNextRegion(from: HTMLElement): void {
  const isPaneShown = !element('pane', HTMLElement).hidden;
  if (from === sheetPlace && isPaneShown && session) session.enterPane();
  else if (from === tabsPlace) ribbonPlace.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  else if (from === ribbonPlace) view.focus();
  else tabsPlace.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
}

for (const place of [tabsPlace, ribbonPlace])
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    enterNextRegion(place);
  });

function drawTabs(): void {
  if (!session) return;
  drawSheetTabs(tabsPlace, session.book, sheetPlace.id, () => {
    view.finishEditing();
  });
}

function follow(change: BookChange): void {
  view.follow(change);
  if (change.kind === 'activation' || change.kind === 'structure' || change.kind === 'settings') drawTabs();
}

async function start(): Promise<void> {
  const manifestText = await (await fetch('manifest.xml')).text();
  const manifest = parseManifest(manifestText, language);

  const pane = createPaneFrame(element('pane', HTMLElement), element('pane-handle', HTMLDivElement), {
    title: manifest.displayName,
    width: Number(parameters.get('pane') ?? 350),
    toggled: (isShown) => {
      session?.tellVisibility(isShown);
    },
    used: () => {
      session?.host.startCommand();
    },
  });

  const run = async (button: RibbonButton): Promise<void> => {
    const now = current();
    view.finishEditing();
    const { label } = button;
    ribbon.setRunning(button.id, true);
    say(sentence('running', { label }));
    try {
      const end = await now.run(button);
      if (now !== session) return;
      const { batches } = now.host;
      const milliseconds = Math.round(batches.reduce((sum, batch) => sum + batch.ms, 0));
      if (end === 'missing') refuse(sentence('commandFailed', { label }));
      else if (button.action.kind === 'pane') say('');
      else say(sentence('done', { label, count: batches.length, milliseconds }));
    } finally {
      ribbon.setRunning(button.id, false);
    }
  };
  const ribbon = drawRibbon(ribbonPlace, manifest.tabs, (button) => {
    if (session) void run(button);
  });

  const open = async (bytes: Uint8Array, name: string): Promise<void> => {
    say(sentence('opening', { name }));
    await loadEngine();
    const opened = openBook(bytes, name);
    if (!opened.ok) {
      const reason = sentence(opened.error.code);
      const text = sentence('cannotOpen', { name, reason });
      refuse(text);
      throw new Error(text);
    }
    session?.close();
    const next = startSession(opened.book, {
      pane,
      panePath: manifest.pane,
      language,
      excelApi: parameters.get('excelapi'),
      leftPane: () => {
        window.focus();
        view.focus();
      },
    });
    session = next;
    next.book.onChange((change) => {
      if (session === next) follow(change);
    });
    element('book-name', HTMLSpanElement).textContent = name;
    document.title = `${name} · 工作台`;
    view.show(next.book);
    drawTabs();
    setEditing(false);
    try {
      await next.ready;
      if (session === next) say(sentence('opened', { name }));
    } catch (error) {
      // Another workbook was opened meanwhile: the page is ready when that one is.
      if (session !== next) return whenReady();
      const text = sentence('paneLost');
      refuse(text);
      throw new Error(text, { cause: error });
    }
  };
  /** Done when the workbook is open that was opened last. */
  const whenReady = async (): Promise<void> => {
    const now = current();
    await now.ready.catch((error: unknown) => {
      if (now === session) throw error;
      return whenReady();
    });
  };
  const openSample = async (name: string): Promise<void> => {
    const address = samples.get(name);
    if (address === undefined) return;
    const answer = await fetch(address);
    await open(new Uint8Array(await answer.arrayBuffer()), `${name}.xlsx`);
  };
  /** The sentence is said already; there is nobody else to tell. */
  const quietly = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      console.warn(error);
    });
  };

  const fileInput = element('open', HTMLInputElement);
  fileInput.addEventListener('change', () => {
    const file = fileInput.files?.[0];
    if (!file) return;
    quietly(file.arrayBuffer().then((buffer) => open(new Uint8Array(buffer), file.name)));
    // The same file may be opened again.
    fileInput.value = '';
    sampleList.value = '';
  });
  element('save', HTMLButtonElement).addEventListener('click', () => {
    if (session) save(session);
  });
  sampleList.replaceChildren(
    new Option('—', ''),
    ...[...samples.keys()].map((name) => new Option(name, name)),
  );
  sampleList.addEventListener('change', () => {
    quietly(openSample(sampleList.value));
  });

  const press = async (label: string): Promise<void> => {
    const button = ribbon.find(label);
    if (!button) throw new Error(sentence('noButton', { label }));
    await run(button);
  };
  const wanted = parameters.get('sample') ?? '部门整体绩效自评表';
  sampleList.value = samples.has(wanted) ? wanted : '';
  const ready = openSample(wanted);
  quietly(ready);
  window.workbench = offerWorkbench({ current, ready, open, press });
}

function save({ book }: Session): void {
  view.finishEditing();
  const link = document.createElement('a');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  link.href = URL.createObjectURL(new Blob([book.bytes().slice()], { type }));
  link.download = book.name;
  link.click();
  URL.revokeObjectURL(link.href);
  say(sentence('saved', { name: book.name }));
}

void start();
