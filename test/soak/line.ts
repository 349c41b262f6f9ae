/** What a scenario measured, beside what it should be. */

import type { Places } from '../support/stores.ts';

export interface Line {
  readonly what: string;
  readonly target: string;
  readonly figure: string;
  readonly met: boolean;
  /** What was found where nothing should have been. */
  readonly found?: readonly string[];
}

/** What a scenario works with. */
export interface Run {
  readonly places: Places;
  /** Done when the scenario is over, however it ends; the last first. */
  readonly atEnd: (close: () => unknown) => void;
}

export type Scenario = (run: Run) => Promise<readonly Line[]>;

export function atMost(what: string, most: number, value: number, unit = ''): Line {
  const shown = (number: number) => `${number.toLocaleString('en', { maximumFractionDigits: 3 })}${unit}`;
  return { what, target: `≤ ${shown(most)}`, figure: shown(value), met: value <= most };
}

export function atLeast(what: string, least: number, value: number): Line {
  const [target, figure] = [least, value].map((number) => number.toLocaleString('en'));
  return { what, target: `≥ ${target ?? ''}`, figure: figure ?? '', met: value >= least };
}

export function none(what: string, found: readonly string[]): Line {
  return { what, target: '0', figure: String(found.length), met: found.length === 0, found };
}

/** A figure that nothing was promised about. */
export function noted(what: string, figure: string): Line {
  return { what, target: '', figure, met: true };
}
