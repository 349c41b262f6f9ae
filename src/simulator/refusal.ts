/** Why a request is refused, in Graph's terms. */
export interface SimulatedRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Gives a refusal; `code` is what a caller branches on, so it follows Graph, and `message` may explain. */
export function refusal(status: number, code: string, message: string): SimulatedRefusal {
  return { status, code, message };
}

/** 400 with the code that the presence service itself uses for a bad argument. */
export function badArgument(message: string): SimulatedRefusal {
  return refusal(400, 'InvalidArgument', message);
}

/** 400 with the code that Graph's front door uses for what never reaches the presence service. */
export function badRequest(message: string): SimulatedRefusal {
  return refusal(400, 'BadRequest', message);
}
