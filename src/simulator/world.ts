import { requestBudget, type RequestBudget } from './budget.ts';
import { calendarStore, type Calendars } from './calendar.ts';
import { movableClock, type Clock } from './simulated-clock.ts';
import { faultList, type Faults } from './faults.ts';
import type { Settings } from './options.ts';
import { requestLog, type RequestLog } from './request-log.ts';
import { userStore, type Users } from './users.ts';
import { waitingRoom, type Waits } from './waits.ts';

/** Everything one simulator knows. */
export interface World {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly users: Users;
  readonly faults: Faults;
  readonly waits: Waits;
  readonly log: RequestLog;
  readonly budget: RequestBudget;
  readonly calendars: Calendars;
}

/** Creates an empty world. */
export function newWorld(settings: Settings): World {
  return {
    settings,
    clock: movableClock(settings.now),
    users: userStore(settings),
    faults: faultList(),
    waits: waitingRoom(),
    log: requestLog(settings.maxLoggedRequests),
    budget: requestBudget(settings.budget),
    calendars: calendarStore(),
  };
}
