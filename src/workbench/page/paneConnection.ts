/** The host's end of the channel to Office.js in the pane: answers what it asks, calls the add-in's functions and brings it events. */
import type { Host, HostAnswer, HostMessage } from '../host/host';
import {
  formatEntering,
  formatEvent,
  formatResponse,
  leavesPane,
  operationNotSupported,
  parseRequest,
  readMethodCall,
} from './officeMessage';
import type { OfficeRequest } from './officeMessage';
import type { Shell } from './shellBatch';
import { answerShellBatch, tellsFunctionsReady } from './shellBatch';

export interface PaneContext {
  readonly host: Host;
  readonly shell: Shell;
  /** "zh-CN" */
  readonly language: string;
  readonly documentName: string;
  /** Keys and JSON texts. */
  readonly settings: ReadonlyMap<string, string>;
  /** The person has left the pane by a key. */
  left(): void;
}

/** How a command ended: `missing` when the add-in knows no function of that name. */
export type CommandEnd = 'completed' | 'missing' | 'closed';

export interface PaneConnection {
  /** The pane's address with what Office.js wants to know of its host. */
  readonly address: string;
  /** Done when Office.js is connected and can be told of commands. */
  readonly ready: Promise<void>;
  runFunction(name: string, buttonId: string): Promise<CommandEnd>;
  /** Tells the add-in that its pane was shown or hidden. */
  tellVisibility(isShown: boolean): void;
  /** Gives the keyboard to the pane, as Ctrl+F6 and F6 do in Excel. */
  enter(): void;
  close(): void;
}

const officeSuccess = 0;
/** Office.js's answer for a function that the add-in has not associated. */
const unknownFunction = 11_101;
const visibilityChanged = 65_539;
const eventCategory = 65_536;

/** Connects the frame's pane, which is at `path` of our own server. The frame is to be sent to `address` by the caller. */
export function connectPane(frame: HTMLIFrameElement, path: string, context: PaneContext): PaneConnection {
  const { host, shell, language } = context;
  const conversation = crypto.randomUUID();
  const controlId = crypto.randomUUID();
  const hostPage = location.href.split('#')[0] ?? location.href;
  const running = new Map<string, (status: number) => void>();
  let commandCount = 0;
  let hasCommands = false;
  let isReady = false;
  let isClosed = false;
  let setReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    setReady = resolve;
  });

  const send = (text: string): void => {
    frame.contentWindow?.postMessage(text, location.origin);
  };
  const sendMessages = (entries: readonly HostMessage[]): void => {
    const rows = entries.map((entry) => [
      entry.messageCategory,
      entry.messageType,
      entry.targetId,
      entry.message,
      1,
      false,
    ]);
    send(formatEvent('richApiMessage', conversation, { ArrayData: rows }));
  };
  const stopMessages = host.onMessages(sendMessages);

  function appContext(): unknown {
    return {
      _id: controlId,
      _appName: 16,
      _appVersion: '16.0',
      _appUILocale: language,
      _dataLocale: language,
      _docUrl: `${location.origin}/${context.documentName}`,
      _clientMode: 1,
      _settings: [...context.settings],
      _reason: 2,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: '',
      _requirementMatrix: JSON.stringify(host.requirementSets),
    };
  }

  function answerBatch(request: OfficeRequest, answer: HostAnswer): void {
    switch (answer.kind) {
      case 'body':
        send(formatResponse(request, { Version: 1, Error: officeSuccess, Data: [200, [], answer.text] }));
        break;
      case 'refused':
        send(formatResponse(request, { Version: 1, Error: answer.officeError }));
        break;
      case 'silence':
        break;
    }
  }

  async function execute(request: OfficeRequest): Promise<void> {
    const call = readMethodCall(request.data);
    if (call.kind === 'completed') {
      running.get(call.command)?.(call.status);
      running.delete(call.command);
      send(formatResponse(request, { Version: 1, Error: officeSuccess }));
    } else if (call.kind === 'other') {
      send(formatResponse(request, { Version: 1, Error: operationNotSupported }));
    } else {
      const shellAnswer = answerShellBatch(call.body, call.partition, shell);
      if (shellAnswer !== null) {
        answerBatch(request, { kind: 'body', text: shellAnswer });
        if (tellsFunctionsReady(call.body)) {
          isReady = true;
          if (hasCommands) setReady();
        }
        return;
      }
      const { waitsForCellEdit } = call;
      const answer = await host.answer(call.body, { waitsForCellEdit });
      if (!isClosed) answerBatch(request, answer);
    }
  }

  function handle(request: OfficeRequest): void {
    if (request.name === 'ContextActivationManager_getAppContextAsync') {
      send(formatResponse(request, appContext()));
    } else if (request.name === 'executeMethod') {
      void execute(request);
    } else {
      if (request.name === 'appCommandInvoked' && request.action === 'register') {
        hasCommands = true;
        if (isReady) setReady();
      }
      if (leavesPane(request)) context.left();
      send(formatResponse(request, {}));
    }
  }

  function receive(event: MessageEvent<unknown>): void {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
    const request = parseRequest(event.data);
    if (request?.conversation === conversation) handle(request);
  }
  window.addEventListener('message', receive);

  function invoke(name: string, buttonId: string): Promise<number> {
    const command = String(++commandCount);
    return new Promise((resolve) => {
      running.set(command, resolve);
      const args = JSON.stringify({ source: { id: buttonId } });
      send(formatEvent('appCommandInvoked', conversation, [command, name, args]));
    });
  }

  const query = new URLSearchParams({ _host_Info: `Excel$Web$16.01$${language}$$$disableLogging$0` });
  const fragment = `&_xdm_Info=${encodeURIComponent(`${conversation}|${controlId}|${hostPage}`)}&_serializer_version=1`;
  return {
    address: `${path}${path.includes('?') ? '&' : '?'}${query.toString()}#${fragment}`,
    ready,
    async runFunction(name, buttonId) {
      await ready;
      // The pane may connect before it has registered its functions; Excel waits for them a while.
      for (let attempt = 0; attempt < 50; attempt++) {
        const status = await invoke(name, buttonId);
        if (isClosed) return 'closed';
        if (status !== unknownFunction) return 'completed';
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return 'missing';
    },
    tellVisibility(isShown) {
      const message = JSON.stringify({ visibility: isShown ? 'Visible' : 'Hidden' });
      sendMessages([
        { messageCategory: eventCategory, messageType: visibilityChanged, targetId: '', message },
      ]);
    },
    enter() {
      frame.focus();
      send(formatEntering(conversation));
    },
    close() {
      isClosed = true;
      stopMessages();
      window.removeEventListener('message', receive);
      for (const end of running.values()) end(-1);
      running.clear();
    },
  };
}
