import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveZone } from '../../src/parser/time/zone.ts';

describe('time zones', () => {
  it('are canonical IANA names, whatever the case they came in', () => {
    assert.equal(resolveZone(['Europe/Berlin']), 'Europe/Berlin');
    assert.equal(resolveZone(['europe/berlin']), 'Europe/Berlin');
    assert.equal(resolveZone(['UTC']), 'UTC');
  });

  it('come from Windows names too', () => {
    assert.equal(resolveZone(['W. Europe Standard Time']), 'Europe/Berlin');
    assert.equal(resolveZone(['Pacific Standard Time']), 'America/Los_Angeles');
    assert.equal(resolveZone(['Kamchatka Standard Time']), 'Asia/Kamchatka');
    assert.equal(resolveZone(['Mid-Atlantic Standard Time']), 'Etc/GMT+2');
  });

  it('fall back to the next name, and at last to an offset', () => {
    assert.equal(resolveZone([undefined, 'Nowhere/Land', 'Asia/Tokyo']), 'Asia/Tokyo');
    assert.equal(resolveZone(['Customized Time Zone', '2026-11-20T14:07:00.123-05:00']), '-05:00');
    assert.equal(resolveZone(['+05:30']), '+05:30');
    assert.equal(resolveZone(['-00:00']), '+00:00');
  });

  it('are unknown where nothing says them', () => {
    assert.equal(resolveZone([]), undefined);
    assert.equal(resolveZone(['', ' ', 'Customized Time Zone', '+25:00', 'x'.repeat(5000)]), undefined);
    assert.equal(resolveZone(['2026-11-20T14:07:00Z']), undefined);
    assert.equal(resolveZone(['__proto__', 'constructor', '../../etc']), undefined);
  });
});
