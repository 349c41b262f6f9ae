import * as z from 'zod';
import { controlSchemas, type Controls } from './controls.ts';
import { helpPage } from './help-page.ts';
import { actions, readObjectId } from './route.ts';
import { controlPath, type ControlAnswer, type ControlHandler } from './server.ts';

type Run = (url: URL, body: () => unknown) => unknown;

/** The control routes: the controls over HTTP, as JSON. Bad input is a 400 that says what is right. */
export function controlRoutes(controls: Controls): ControlHandler {
  const routes: Readonly<Record<string, Readonly<Record<string, Run>>>> = {
    '/': { GET: (url) => helpPage(url.origin) },
    '/state': {
      GET: ({ searchParams }) => {
        const { userId } = stateQuery.parse(Object.fromEntries(searchParams));
        return userId === undefined ? controls.states() : controls.state(userId);
      },
    },
    '/clock': {
      GET: () => controls.clock(),
      POST: (_url, body) => {
        const wanted = controlSchemas.clock.parse(body());
        if ('advanceSeconds' in wanted) controls.advance(wanted.advanceSeconds);
        else if ('now' in wanted) controls.setClock(Date.parse(wanted.now));
        else controls.resetClock();
        return controls.clock();
      },
    },
    '/faults': {
      GET: () => controls.faults(),
      POST: (_url, body) => controls.addFault(controlSchemas.fault.parse(body())),
      DELETE: ({ searchParams }) => ({
        removed: controls.removeFaults(faultQuery.parse(Object.fromEntries(searchParams)).id),
      }),
    },
    '/faults/release': { POST: () => ({ released: controls.releaseHung() }) },
    '/teams-client': {
      POST: (_url, body) => {
        const wanted = controlSchemas.teamsClient.parse(body());
        controls.setTeamsClient(wanted);
        return controls.state(wanted.userId);
      },
    },
    '/out-of-office': {
      POST: (_url, body) => {
        const wanted = controlSchemas.outOfOffice.parse(body());
        controls.setOutOfOffice(wanted);
        return controls.state(wanted.userId);
      },
    },
    '/calendar': {
      POST: (_url, body) => {
        const wanted = controlSchemas.calendar.parse(body());
        controls.setCalendar(wanted);
        return { events: wanted.events.length };
      },
    },
    '/work-location': {
      POST: (_url, body) => {
        const wanted = controlSchemas.workLocation.parse(body());
        controls.setWorkLocation(wanted);
        return controls.state(wanted.userId);
      },
    },
    '/requests': {
      GET: ({ searchParams }) => {
        const { userId, action, limit } = requestsQuery.parse(Object.fromEntries(searchParams));
        return controls
          .requests()
          .filter(
            (one) =>
              (userId === undefined || one.userId === userId) &&
              (action === undefined || one.action === action),
          )
          .slice(-limit);
      },
      DELETE: () => {
        controls.clearRequests();
        return { cleared: true };
      },
    },
    '/reset': {
      POST: () => {
        controls.reset();
        return { reset: true };
      },
    },
  };
  return (method, url, body) => {
    const path = url.pathname.slice(controlPath.length) || '/';
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (!route) return refused(404, `There is no ${url.pathname}. ${controlPath}/ lists the routes.`);
    const run = Object.hasOwn(route, method) ? route[method] : undefined;
    if (!run) return refused(405, `${url.pathname} takes ${Object.keys(route).join(', ')}, not ${method}.`);
    try {
      return { status: 200, body: run(url, () => readJson(body)) };
    } catch (error) {
      if (error instanceof z.ZodError) return refused(400, z.prettifyError(error));
      if (error instanceof SyntaxError) return refused(400, `The body must be JSON: ${error.message}`);
      throw error;
    }
  };
}

const userId = z
  .string()
  .refine((text) => readObjectId(text) !== undefined, "must be a user's object id (a GUID)")
  .transform((text) => text.toLowerCase())
  .optional();

const stateQuery = z.strictObject({ userId });
const faultQuery = z.strictObject({ id: z.string().optional() });
const requestsQuery = z.strictObject({
  userId,
  action: z.enum([...actions, 'batch']).optional(),
  limit: z.coerce.number().int().min(1).default(1000),
});

function readJson(text: string): unknown {
  return JSON.parse(text);
}

function refused(status: number, error: string): ControlAnswer {
  return { status, body: { error } };
}
