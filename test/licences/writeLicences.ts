/** Writes docs/licences.md anew: `npx tsx test/licences/writeLicences.ts`. */
import { writeFileSync } from 'node:fs';
import { LICENCES, licenceTable, shippedPackages } from './shippedPackages';

writeFileSync(LICENCES, licenceTable(shippedPackages()));
