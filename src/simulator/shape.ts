/** The shape of a body: what is missing, too much or of another type, as the service says it. */

import type * as z from 'zod';
import { badArgument, badRequest, refusal, type SimulatedRefusal } from './refusal.ts';
import type { Action } from './route.ts';
import type { Undocumented } from './undocumented.ts';

/** A body of that shape, or why it is none. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: SimulatedRefusal };

export function readShape<T extends z.ZodObject>(
  shape: T,
  body: unknown,
  action: Action,
  undocumented: Undocumented,
): Read<z.output<T>> {
  let result = shape.safeParse(body);
  if (!result.success && undocumented.unknownFields === 'ignore') {
    dropUnknown(body, result.error.issues);
    result = shape.safeParse(body);
  }
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, refusal: refusedShape(result.error.issues, body, action, undocumented) };
}

/** Takes the unknown fields out of a body, which is a copy of our own. */
function dropUnknown(body: unknown, issues: readonly z.core.$ZodIssue[]): void {
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const owner = valueAt(body, issue.path);
    if (typeof owner !== 'object' || owner === null) continue;
    for (const key of issue.keys) Reflect.deleteProperty(owner, key);
  }
}

/** The first thing wrong with a body: what is missing before what is too much, as the service says it. */
function refusedShape(
  issues: readonly z.core.$ZodIssue[],
  body: unknown,
  action: Action,
  { unknownFieldCode }: Undocumented,
): SimulatedRefusal {
  const missing = issues.find((issue) => issue.code === 'invalid_type' && isMissing(body, issue.path));
  if (missing) return required(String(missing.path.at(-1)));
  const surplus = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (surplus) {
    const message = `The parameter '${surplus.keys[0] ?? ''}' in the request payload is not a valid parameter for the operation '${action}'.`;
    return refusal(400, unknownFieldCode, message);
  }
  const where = issues[0]?.path.join('.') ?? '';
  return badRequest(
    where === ''
      ? 'The request payload must be a JSON object.'
      : `The value of '${where}' has the wrong type.`,
  );
}

export function required(field: string): SimulatedRefusal {
  const name = field.charAt(0).toUpperCase() + field.slice(1);
  return badArgument(`[${name}]: The ${name} field is required.`);
}

function isMissing(body: unknown, path: readonly PropertyKey[]): boolean {
  return path.length > 0 && valueAt(body, path) === undefined;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return null;
    value = Reflect.get(value, key);
  }
  return value;
}

/** A body without OData annotations, which any payload may carry, and without nulls if those mean nothing. */
export function withoutAnnotations(value: unknown, nulls: Undocumented['nulls']): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('@odata.') || (inner === null && nulls === 'leftOut')) continue;
    kept[key] = withoutAnnotations(inner, nulls);
  }
  return kept;
}
