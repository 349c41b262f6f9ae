/** `node scripts/licences.ts`: writes docs/licences.md from the lock file and the installed packages. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licenceDocument, productionPackages } from './licences/list.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = productionPackages(root);
writeFileSync(join(root, 'docs/licences.md'), licenceDocument(packages));
console.log(`docs/licences.md: ${packages.length} packages`);
