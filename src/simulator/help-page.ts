/** What GET /_simulator/ shows to a person; `origin` is the simulator's own address. docs/simulator.md tells more. */
export function helpPage(origin: string): string {
  return text.replace('ORIGIN', origin);
}

const text = `Presence simulator: Microsoft Graph's presence contract on this machine.

Graph        POST/GET /v1.0/users/{object id}/presence..., /v1.0/communications/getPresencesByUserId, /v1.0/$batch,
             GET /v1.0/users/{object id}/calendarView
             with "Authorization: Bearer local-development-token" unless other tokens were given.
Below, U is a user's object id and S is this address:

    S=ORIGIN U=11111111-1111-4111-8111-111111111111

See what colleagues see, and every slot with its end
    curl "$S/_simulator/state?userId=$U"
    curl "$S/_simulator/state"

Move time (the simulator's, nobody else's)
    curl "$S/_simulator/clock"
    curl "$S/_simulator/clock" -d '{"advanceSeconds": 300}'
    curl "$S/_simulator/clock" -d '{"now": "2026-03-29T00:59:00Z"}'
    curl "$S/_simulator/clock" -d '{"reset": true}'

Sign a Teams client out or in (a preferred presence shows only while some session exists)
    curl "$S/_simulator/teams-client" -d '{"userId": "'$U'", "on": false}'
    curl "$S/_simulator/teams-client" -d '{"userId": "'$U'", "on": true, "client": "mobile", "availability": "Busy", "activity": "InAMeeting"}'

Out of office (no presence call can set it)
    curl "$S/_simulator/out-of-office" -d '{"userId": "'$U'", "isOutOfOffice": true, "message": "Back on Monday"}'

Calendar (in place of what was there; tokens need Calendars.ReadBasic)
    curl "$S/_simulator/calendar" -d '{"userId": "'$U'", "events": [{"id": "1", "start": "2026-03-30T09:00:00Z", "end": "2026-03-30T10:00:00Z", "categories": ["Focus"], "attendees": 12}]}'
Where somebody works (manual beats automatic beats scheduled; the first two for a day, in UTC)
    curl "$S/_simulator/work-location" -d '{"userId": "'$U'", "source": "scheduled", "workLocationType": "office", "placeId": "building 7"}'
    curl "$S/_simulator/work-location" -d '{"userId": "'$U'", "source": "manual", "workLocationType": null}'

Faults: what goes wrong, how often, for whom. The oldest that matches hits.
    curl "$S/_simulator/faults" -d '{"kind": "answer", "status": 429, "retryAfter": 2.128, "times": 3}'
    curl "$S/_simulator/faults" -d '{"kind": "answer", "status": 429, "retryAfter": {"dateInSeconds": 5}}'
    curl "$S/_simulator/faults" -d '{"kind": "answer", "status": 429, "retryAfter": "2, 2"}'
    curl "$S/_simulator/faults" -d '{"kind": "body", "body": "<html>", "match": {"method": "GET"}}'   instead of its own
    curl "$S/_simulator/faults" -d '{"kind": "answer", "status": 403, "match": {"action": "setPresence", "userId": "'$U'"}}'
    curl "$S/_simulator/faults" -d '{"kind": "slow", "delayMs": 3000, "when": "before", "times": "always", "probability": 0.2, "seed": 7}'
    curl "$S/_simulator/faults" -d '{"kind": "hang", "match": {"path": "/presence/set", "method": "POST", "inBatch": false}}'
    curl "$S/_simulator/faults" -d '{"kind": "reset"}'                 before anything is read
    curl "$S/_simulator/faults" -d '{"kind": "resetAfterApplying"}'    accepted, but the answer is lost
    curl "$S/_simulator/faults"
    curl -X POST "$S/_simulator/faults/release"                        lets hanging requests go on
    curl -X DELETE "$S/_simulator/faults?id=fault-1"                   without id: all

What was asked, in order of arrival
    curl "$S/_simulator/requests?userId=$U&action=setPresence&limit=20"
    curl -X DELETE "$S/_simulator/requests"

Start over (users, faults, log and clock)
    curl -X POST "$S/_simulator/reset"
`;
