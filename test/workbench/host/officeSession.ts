/**
 * Runs the genuine, unmodified Office.js in jsdom and connects it with a host: `Excel.run` reaches the host as it would reach Excel, with the
 * library's own rules of loading, null objects, references, errors and events.
 */
import './jsdomGaps';
import { readFileSync } from 'node:fs';
import type { Host, HostAnswer, HostMessage } from '../../../src/workbench/host/host';

/** Flag of a request made with `delayForCellEdit`. */
const WAITS_FOR_CELL_EDIT = 64;

const OK = 200;

interface Response {
  HttpStatusCode: number;
  ErrorCode: string | null;
  ErrorMessage: string | null;
  Headers: object | null;
  Body: unknown;
}

interface EventRegistration {
  _handleRichApiMessage(message: { entries: readonly HostMessage[] }): void;
}

/** The parts of Office.js that are not in its types. */
interface OfficeInternals {
  SessionBase: {
    new (): object;
    _overrideSession: object | undefined;
  };
  RichApiMessageUtility: { buildResponseOnError(code: number, message: string): Response };
  GenericEventRegistration: {
    _testReadyImpl: () => Promise<void>;
    s_genericEventRegistrations: Record<string, EventRegistration>;
    getGenericEventRegistration(controlId: string): EventRegistration;
  };
}

interface ExcelInternals {
  RequestContext: {
    prototype: { _processOfficeJsErrorResponse(code: number, response: Response): void };
  };
}

interface OsfInternals {
  _OfficeAppFactory: { getContext: () => object };
}

interface OfficeExtInternals {
  Requirement: { RequirementMatrix: new (sets: { _sets: Readonly<Record<string, string>> }) => object };
}

/** The globals of Office.js, seen with the parts that its types leave out. */
const internals = globalThis as unknown as {
  readonly OfficeExtension: OfficeInternals;
  readonly Excel: ExcelInternals;
  readonly OSF: OsfInternals;
  readonly OfficeExt: OfficeExtInternals;
};

/** Lets `Excel.run` reach a host; returns how to take the connection away again. */
export function connect(host: Host): () => void {
  loadOffice();
  const office = internals.OfficeExtension;
  const { SessionBase, GenericEventRegistration } = office;

  class HostSession extends SessionBase {
    _resolveRequestUrlAndHeaderInfo() {
      return Promise.resolve({ url: 'https://workbench.invalid', headers: {} });
    }

    _createRequestExecutorOrNull() {
      return {
        executeAsync: (_data: string, flags: number, message: { Body: object }) =>
          host
            .answer(JSON.stringify(message.Body), {
              waitsForCellEdit: (flags & WAITS_FOR_CELL_EDIT) !== 0,
            })
            .then((answer) => responseOf(answer, office)),
      };
    }
  }

  SessionBase._overrideSession = new HostSession();
  GenericEventRegistration.s_genericEventRegistrations = {};
  GenericEventRegistration._testReadyImpl = () => Promise.resolve();
  offerRequirementSets(host.requirementSets);
  const stopMessages = host.onMessages((entries) => {
    GenericEventRegistration.getGenericEventRegistration('')._handleRichApiMessage({ entries });
  });
  return () => {
    stopMessages();
    SessionBase._overrideSession = undefined;
  };
}

function responseOf(answer: HostAnswer, office: OfficeInternals): Response | Promise<Response> {
  switch (answer.kind) {
    case 'body':
      return {
        HttpStatusCode: OK,
        ErrorCode: null,
        ErrorMessage: null,
        Headers: {},
        Body: JSON.parse(answer.text),
      };
    case 'refused': {
      const response = office.RichApiMessageUtility.buildResponseOnError(answer.officeError, 'Refused');
      internals.Excel.RequestContext.prototype._processOfficeJsErrorResponse(answer.officeError, response);
      return response;
    }
    case 'silence':
      return new Promise(() => undefined);
  }
}

function loadOffice(): void {
  if ('OfficeExtension' in globalThis) return;
  const script = document.createElement('script');
  script.textContent = readFileSync(
    require.resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js'),
    'utf8',
  );
  document.head.append(script);
}

/** `Office.context`, as far as add-ins ask it for requirement sets; in a page the loader `office.js` makes it. */
function offerRequirementSets(sets: Readonly<Record<string, string>>): void {
  const { RequirementMatrix } = internals.OfficeExt.Requirement;
  const context = {
    requirements: new RequirementMatrix({ _sets: sets }),
    platform: 'OfficeOnline',
    displayLanguage: 'zh-CN',
  };
  internals.OSF._OfficeAppFactory = { getContext: () => context };
}
