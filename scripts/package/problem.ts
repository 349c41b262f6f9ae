/** What is wrong with the app package, and what mends it. */
export interface Problem {
  /** The file, from the project's folder, and the place in it. */
  readonly where: string;
  readonly what: string;
  readonly fix: string;
}

/** All of them for the terminal, each with what to do. */
export function report(problems: readonly Problem[]): string {
  return problems.map(({ where, what, fix }) => `${where}: ${what}\n    ${fix}`).join('\n');
}
