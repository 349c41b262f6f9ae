/** How one variable is read, and the shapes that several have. */

import * as z from 'zod';
import { guid } from '../presence/intent.ts';
import type { sdkVariables, VariableName } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one variable; what is wrong with it becomes a problem, and its value undefined. */
export type ReadVariable = <T>(
  name: VariableName | (typeof sdkVariables)[number],
  schema: z.ZodType<T>,
  fix: string,
) => T | undefined;

/** Credentials, which local mode refuses. */
export const credentialVariables = [
  'BOT_PASSWORD',
  'BOT_CERTIFICATE_PATH',
  'AZURE_FEDERATED_TOKEN_FILE',
] as const;

export const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);

/** A whole number within bounds. */
export function wholeNumber(fallback: number, min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .default(String(fallback))
    .transform(Number)
    .refine((number) => number >= min && number <= max);
}

/** A GUID. */
export function id(fallback = '') {
  return z
    .string()
    .default(fallback)
    .transform((text) => guid(text))
    .refine((value) => value !== undefined);
}
