/** One opened workbook with its host and a fresh pane, and the commands that the ribbon runs on them. */
import type { Book } from '../book/book';
import type { Host } from '../host/host';
import { createHost } from '../host/createHost';
import type { RibbonButton } from './manifest';
import type { CommandEnd, PaneConnection } from './paneConnection';
import { connectPane } from './paneConnection';
import type { PaneFrame } from './paneFrame';

export interface Session {
  readonly book: Book;
  readonly host: Host;
  /** Done when ribbon buttons work; rejected when the pane did not connect in time, or when the workbook was closed before. */
  readonly ready: Promise<void>;
  run(button: RibbonButton): Promise<CommandEnd>;
  tellVisibility(isShown: boolean): void;
  /** Gives the keyboard to the pane. */
  enterPane(): void;
  close(): void;
}

export interface SessionOptions {
  readonly pane: PaneFrame;
  /** Path of the pane's page. */
  readonly panePath: string;
  readonly language: string;
  /** The version of ExcelApi that the host claims; null for its newest. */
  readonly excelApi: string | null;
  /** The person has left the pane by a key. */
  leftPane(): void;
}

/** A page that is being built or a slow machine may need this long. */
const patience = 60_000;

function inTime(connection: PaneConnection, closed: Promise<never>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the pane did not connect'));
    }, patience);
  });
  return Promise.race([connection.ready, late, closed]).finally(() => {
    clearTimeout(timer);
  });
}

export function startSession(book: Book, options: SessionOptions): Session {
  const { pane, language } = options;
  const host = createHost(
    book,
    options.excelApi === null ? {} : { requirementSets: { excelapi: options.excelApi } },
  );
  const frame = pane.renew();
  const connection = connectPane(frame, options.panePath, {
    host,
    language,
    documentName: book.name,
    settings: book.settings,
    left: () => {
      options.leftPane();
    },
    shell: {
      get isPaneShown() {
        return pane.isShown;
      },
      showPane: (isShown) => {
        pane.show(isShown);
      },
    },
  });
  let giveUp = (): void => undefined;
  const closed = new Promise<never>((_resolve, reject) => {
    giveUp = () => {
      reject(new Error('the workbook was closed'));
    };
  });
  const ready = inTime(connection, closed);
  frame.src = connection.address;
  return {
    book,
    host,
    ready,
    run: async ({ id, action }) => {
      if (action.kind === 'pane') {
        pane.show(true);
        return 'completed';
      }
      host.startCommand();
      return connection.runFunction(action.name, id);
    },
    tellVisibility: (isShown) => {
      connection.tellVisibility(isShown);
    },
    enterPane: () => {
      connection.enter();
    },
    close: () => {
      giveUp();
      connection.close();
    },
  };
}
