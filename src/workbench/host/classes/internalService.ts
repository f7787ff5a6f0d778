/** The service by which an add-in says that its ribbon functions are ready. */
import type { ClassDefinition } from '../definition';

export const INTERNAL_SERVICE = 'Microsoft.InternalService.AddinInternalService';

export const addinInternalService: ClassDefinition<null> = {
  name: 'AddinInternalService',
  members: { notifyActionHandlerReady: { kind: 'method', since: null, call: () => undefined } },
};
