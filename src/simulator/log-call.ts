import type { RequestIds } from './answer.ts';
import type { IncomingCall } from './call.ts';
import type { LoggedRequest } from './request-log.ts';
import type { World } from './world.ts';

/** Puts a call into the log as it arrives. */
export function logCall(
  world: World,
  call: IncomingCall,
  ids: RequestIds,
  clientRequestId: string | undefined,
  batchPart: string | undefined,
): LoggedRequest {
  return world.log.add({
    at: new Date(world.clock.now()).toISOString(),
    method: call.method,
    path: call.url,
    action: 'action' in call.route ? call.route.action : undefined,
    userId: call.userId,
    appId: 'kind' in call.who ? call.who.appId : undefined,
    batchPart,
    clientRequestId,
    requestId: ids.requestId,
  });
}
