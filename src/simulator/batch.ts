import * as z from 'zod';
import { jsonAnswer, refusalAnswer, requestIds, type SimulatorAnswer, type RequestIds } from './answer.ts';
import { answerCall, readPart } from './call.ts';
import { logCall } from './log-call.ts';
import { partPayload, type Payload } from './payload.ts';
import { badRequest, refusal, type SimulatedRefusal } from './refusal.ts';
import type { Identity } from './tokens.ts';
import { underFault, type FaultEnding } from './under-fault.ts';
import type { World } from './world.ts';

/** https://learn.microsoft.com/graph/json-batching#batch-size-limitations */
const mostParts = 20;

const partSchema = z.strictObject({
  id: z.string().min(1),
  method: z.string().min(1),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
});
const batchSchema = z.strictObject({ requests: z.array(partSchema).min(1) });

type SimulatedBatchPart = z.output<typeof partSchema>;

/**
 * Judges a batch as a whole and runs its parts. A malformed batch is a 400 and nothing of it runs; otherwise the
 * answer is 200 and each part has a status of its own. https://learn.microsoft.com/graph/json-batching
 */
export async function answerBatch(
  world: World,
  who: Identity | SimulatedRefusal,
  payload: Payload,
  ids: RequestIds,
): Promise<FaultEnding> {
  if (!('kind' in who)) return refusalAnswer(who, ids, world.clock.now());
  const parts = readBatch(payload);
  if ('status' in parts) return refusalAnswer(parts, ids, world.clock.now());
  const endings = await runParts(world, parts, who, ids);
  const cut = endings.find(([, ending]) => typeof ending === 'string');
  if (cut) return endings.every(([, ending]) => ending === 'reset') ? 'reset' : 'lost';
  const responses = endings.flatMap(([id, ending]) =>
    typeof ending === 'string' ? [] : [written(world, id, ending)],
  );
  return jsonAnswer({ responses }, ids);
}

/** What the log keeps of a batch: its parts are logged by themselves, and their headers might hold a secret. */
export function outline(payload: Payload): unknown {
  const batch = batchSchema.safeParse(payload.kind === 'json' ? payload.value : undefined);
  if (!batch.success) return undefined;
  return { requests: batch.data.requests.map(({ id, method, url }) => ({ id, method, url })) };
}

function readBatch(payload: Payload): readonly SimulatedBatchPart[] | SimulatedRefusal {
  if (payload.kind === 'refused') return payload.refusal;
  const batch = batchSchema.safeParse(payload.kind === 'json' ? payload.value : undefined);
  if (!batch.success) {
    const issue = batch.error.issues[0];
    return badRequest(`Invalid batch payload format: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  const { requests } = batch.data;
  if (requests.length > mostParts) {
    return badRequest(`Number of batch request steps exceeds the maximum value of ${mostParts}.`);
  }
  const earlier = new Set<string>();
  for (const part of requests) {
    const wrong = wrongPart(part, earlier);
    if (wrong) return wrong;
    earlier.add(key(part.id));
  }
  return requests;
}

/** `earlier` holds the ids of the parts before: Graph takes a dependency only on those. */
function wrongPart(part: SimulatedBatchPart, earlier: ReadonlySet<string>): SimulatedRefusal | undefined {
  const hasBody = part.body !== undefined && part.body !== null;
  const isWrite = !['GET', 'DELETE'].includes(part.method);
  if (earlier.has(key(part.id))) return badRequest(`Request id ${part.id} is not unique in the batch.`);
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(part.url)) {
    return badRequest(`The url of request id ${part.id} must be relative.`);
  }
  // Users report that this fails the whole batch, for a write without any body too.
  if ((hasBody && !contentType(part)) || (isWrite && !hasBody)) {
    return badRequest(`Write request id : ${part.id} does not contain Content-Type header or body.`);
  }
  if (part.dependsOn?.some((id) => !earlier.has(key(id))) === true) {
    return badRequest(`Invalid dependency for request Id ${part.id}.`);
  }
  return undefined;
}

async function runParts(
  world: World,
  parts: readonly SimulatedBatchPart[],
  who: Identity,
  ids: RequestIds,
): Promise<(readonly [string, FaultEnding])[]> {
  const running = new Map<string, Promise<FaultEnding>>();
  const ended: (readonly [string, FaultEnding])[] = [];
  const start = (part: SimulatedBatchPart): Promise<FaultEnding> => {
    const known = running.get(key(part.id));
    if (known) return known;
    const needed = parts.filter((one) => part.dependsOn?.some((id) => key(id) === key(one.id)) === true);
    const run = runPart(world, part, needed.map(start), who, ids).then((ending) => {
      ended.push([part.id, ending]);
      return ending;
    });
    running.set(key(part.id), run);
    return run;
  };
  // A caller that needs an order must use dependsOn.
  const order = world.settings.undocumented.batchOrder === 'reverse' ? parts.toReversed() : parts;
  await Promise.all(order.map(start));
  return ended;
}

async function runPart(
  world: World,
  part: SimulatedBatchPart,
  needed: readonly Promise<FaultEnding>[],
  who: Identity,
  batch: RequestIds,
): Promise<FaultEnding> {
  const call = readPart(part.method, part.url, who);
  const sentId = header(part, 'client-request-id');
  const ids = requestIds(sentId ?? batch.clientRequestId);
  const logged = logCall(world, call, ids, sentId, part.id);
  logged.body = part.body;
  const before = await Promise.all(needed);
  const ending = before.every((one) => typeof one !== 'string' && one.status < 400)
    ? await underFault(world, call, logged, ids, {
        receive: () => Promise.resolve(),
        act: () => answerCall(world, call, partPayload(contentType(part), part.body), ids),
      })
    : refusalAnswer(failedDependency, ids, world.clock.now());
  if (typeof ending === 'string') {
    logged.ending = ending;
  } else {
    logged.status = ending.status;
    logged.ending = 'answered';
  }
  return ending;
}

const failedDependency = refusal(
  424,
  'FailedDependency',
  'A request that this request depends on has failed.',
);

function written(world: World, id: string, { status, headers, body: own, text }: SimulatorAnswer): unknown {
  const body = text ?? own;
  const lower = world.settings.undocumented.batchHeaderCase === 'lower';
  const named: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) named[lower ? name.toLowerCase() : name] = value;
  const response = { id, status, headers: named };
  return body === undefined ? response : { ...response, body };
}

function contentType(part: SimulatedBatchPart): string | undefined {
  return header(part, 'content-type');
}

function header(part: SimulatedBatchPart, name: string): string | undefined {
  return Object.entries(part.headers ?? {}).find(([one]) => one.toLowerCase() === name)?.[1];
}

/** Ids of a batch are not case-sensitive. */
function key(id: string): string {
  return id.toLowerCase();
}
