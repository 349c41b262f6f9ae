/** The door that personal keys open, where people may have any. */

import type { Config } from '../config/config.ts';
import type { OpenKeyDoor } from '../http/keys.ts';
import type { Services } from '../commands/context.ts';
import type { AuditKey } from '../presence/personal-key.ts';
import type { Persistence } from '../persistence/persistence.ts';

interface KeyParts {
  readonly services: Services;
  readonly persistence: Persistence | undefined;
  readonly audit: AuditKey;
  readonly answerMs: number | undefined;
}

/** Opens the door when somebody first comes; undefined: there is none. */
export function composeKeys(
  config: Config,
  { services, persistence, audit, answerMs }: KeyParts,
): OpenKeyDoor | undefined {
  const records = persistence?.keyDoor;
  if (records === undefined) return undefined;
  const tenants = config.mode === 'production' ? config.tenants : undefined;
  let door: ReturnType<OpenKeyDoor> | undefined;
  return () => {
    door ??= import('../keys/door.ts').then(({ createKeyDoor }) =>
      // Nobody can accept a file here.
      createKeyDoor({ services: { ...services, takesFiles: false }, records, tenants, audit, answerMs }),
    );
    return door;
  };
}
