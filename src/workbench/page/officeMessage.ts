/**
 * The messages between Office.js in the pane and the page that hosts it, as JSON texts over `postMessage`. The names are those of
 * excel-web-16.00.js of `@microsoft/office-js`.
 */

/** What Office.js asks of the page. */
export interface OfficeRequest {
  readonly name: string;
  readonly conversation: string;
  readonly correlation: unknown;
  readonly action: 'invoke' | 'register' | 'unregister';
  readonly data: unknown;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const actions = ['invoke', 'register', 'unregister'] as const;

/** Null for a message that is no request of Office.js. */
export function parseRequest(message: unknown): OfficeRequest | null {
  if (typeof message !== 'string') return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    return null;
  }
  if (!isRecord(parsed) || parsed['_messageType'] !== 0) return null;
  const { _actionName: name, _conversationId: conversation, _correlationId: correlation } = parsed;
  const action = actions[Number(parsed['_actionType'] ?? 0)];
  if (typeof name !== 'string' || typeof conversation !== 'string' || !action) return null;
  return { name, conversation, correlation, action, data: parsed['_data'] };
}

export function formatResponse(request: OfficeRequest, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: request.name,
    _conversationId: request.conversation,
    _correlationId: request.correlation,
    _data: data,
    _errorCode: 0,
    _responseType: 0,
    _origin: location.origin,
    _serializerVersion: 1,
  });
}

/** An event for the handler that was registered under this name. */
export function formatEvent(name: string, conversation: string, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: name,
    _conversationId: conversation,
    _correlationId: 0,
    _data: data,
    _errorCode: 0,
    _responseType: 1,
    _origin: location.origin,
    _serializerVersion: 1,
  });
}

/** Tells Office.js that the person comes into the pane by a key: it gives the focus to the first control. */
export function formatEntering(conversation: string): string {
  return JSON.stringify({
    _messageType: 0,
    _actionName: 'Office_notifyAgave',
    _actionType: 0,
    // The suffix of conversations that the host begins.
    _conversationId: `${conversation}_ntf`,
    _correlationId: 0,
    _data: [ctrlF6In],
    _origin: location.origin,
    _serializerVersion: 1,
  });
}

/** Numbers that say which method an `executeMethod` request means. */
const dispatchIds = { batch: 93, commandCompleted: 94 } as const;

/** Office.js's error number for a method that its host does not have. */
export const operationNotSupported = 5000;

/** What an `executeMethod` request carries. */
export type MethodCall =
  | {
      readonly kind: 'batch';
      /** The batch's JSON text. */
      readonly body: string;
      /** "WacPartition" for calls of the page around the workbook, else "". */
      readonly partition: string;
      readonly waitsForCellEdit: boolean;
    }
  | { readonly kind: 'completed'; readonly command: string; readonly status: number }
  | { readonly kind: 'other'; readonly dispatchId: number };

const delayForCellEdit = 64;

/** `OSF.AgaveHostAction` again: Ctrl+F6 into the pane. */
const ctrlF6In = 4;

/** `OSF.AgaveHostAction`: Ctrl+F6, Tab behind the last and before the first control, F2. */
const exits = new Set<unknown>([5, 6, 13, 14, 16]);

/** Whether the person leaves the pane by a key: the page is to take over the keyboard. */
export function leavesPane(request: OfficeRequest): boolean {
  return (
    request.name === 'ContextActivationManager_notifyHost' &&
    Array.isArray(request.data) &&
    exits.has(request.data[1])
  );
}

export function readMethodCall(data: unknown): MethodCall {
  const method = isRecord(data) ? data['DdaMethod'] : null;
  const dispatchId = isRecord(method) ? Number(method['DispatchId']) : NaN;
  if (isRecord(data) && dispatchId === dispatchIds.batch) {
    // [customData, method, path, headers, body, permission, flags, …]
    const parts = data['ArrayData'];
    if (Array.isArray(parts) && typeof parts[4] === 'string') {
      return {
        kind: 'batch',
        body: parts[4],
        partition: typeof parts[0] === 'string' ? parts[0] : '',
        waitsForCellEdit: (Number(parts[6]) & delayForCellEdit) !== 0,
      };
    }
  }
  if (isRecord(data) && dispatchId === dispatchIds.commandCompleted) {
    return { kind: 'completed', command: String(data['0']), status: Number(data['1']) };
  }
  return { kind: 'other', dispatchId };
}
