/** The log for whoever sits at the terminal: one line a change in plain words, and what went wrong. */

import * as z from 'zod';
import { say } from '../locales/say.ts';
import { pairs } from '../presence/pairs.ts';

const stepSchema = z.looseObject({
  what: z.string(),
  until: z.string().optional(),
  outcome: z.string(),
  status: z.number().optional(),
});
const auditSchema = z.looseObject({
  audit: z.literal(true),
  time: z.number(),
  who: z.string(),
  door: z.string(),
  steps: z.array(stepSchema),
});
const lineSchema = z.looseObject({ level: z.number(), time: z.number(), msg: z.string().default('') });

/** What a line of the log always has. */
const usual = new Set(['level', 'time', 'pid', 'hostname', 'msg']);

/** Takes the log's lines and writes them as people read them; `names` are people's, by object id. */
export function terminal(write: (text: string) => void, names: ReadonlyMap<string, string>) {
  return {
    write: (lines: string): void => {
      for (const line of lines.split('\n')) if (line !== '') write(`${readable(line, names)}\n`);
    },
  };
}

function readable(line: string, names: ReadonlyMap<string, string>): string {
  const facts = jsonOf(line);
  const audit = auditSchema.safeParse(facts).data;
  if (audit !== undefined) {
    const { time, who, door, steps } = audit;
    const what = steps.map((step) => changeText(step, time)).join('; ');
    return `${clock(time)}  ${names.get(who) ?? who}: ${what}  (${doors[door] ?? door})`;
  }
  const other = lineSchema.safeParse(facts).data;
  // What is no line of the log is shown as it is.
  if (other === undefined) return line;
  const { level, time, msg } = other;
  const more = Object.entries(other)
    .filter(([name, value]) => !usual.has(name) && value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${clock(time)}  ${levelText(level)}${[msg, ...more].join('  ')}`;
}

const doors: Readonly<Record<string, string | undefined>> = {
  chat: 'said in a chat',
  card: 'a card’s button',
  extension: 'a dialog',
  meeting: 'a meeting',
  hook: 'another system’s meeting',
  renewal: 'renewed',
  end: 'ended by itself',
};

const slots: Readonly<Record<string, string | undefined>> = {
  preferred: 'status',
  message: 'status message',
};
const labels: ReadonlyMap<string, string> = new Map(
  pairs.map(({ id }) => [id, say({ locale: 'en' }, `label.${id}`)]),
);

function changeText({ what, until, outcome, status }: z.infer<typeof stepSchema>, now: number): string {
  const [slot = '', value = ''] = what.split(': ');
  const words = labels.get(value) ?? `${slots[slot] ?? slot} ${value}`;
  const end = until === undefined ? '' : ` until ${endText(Date.parse(until), now)}`;
  const isTaken = outcome === 'applied' || outcome === 'absent';
  return `${words}${end}${isTaken ? '' : ` – ${outcome}${status === undefined ? '' : `, ${status}`}`}`;
}

function levelText(level: number): string {
  if (level >= 50) return 'error: ';
  return level >= 40 ? 'warning: ' : '';
}

function endText(at: number, now: number): string {
  const day = new Date(at).toDateString();
  return day === new Date(now).toDateString() ? clock(at) : `${day} ${clock(at)}`;
}

/** The machine's own time, since that is where the terminal is. */
function clock(at: number): string {
  return new Date(at).toTimeString().slice(0, 8);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** The people in the Playground's own file, by object id: there each name comes before its id. */
export function namesIn(tenantFile: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let last = '';
  for (const line of tenantFile.split('\n')) {
    const [key = '', value = ''] = line.trim().split(': ');
    if (key === 'name') last = value;
    if (key === 'aadObjectId') names.set(value, last);
  }
  return names;
}
