import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../fake-grinfi/contract.ts';
import { documentedCalls, page } from './api-coverage/table.ts';

/** `npm run api-coverage`: writes `docs/api-coverage.md`. */
const document = contract().document as { paths: Record<string, unknown> };
const file = join(import.meta.dirname, '../docs/api-coverage.md');
writeFileSync(file, page(documentedCalls(document)));
process.stdout.write('docs/api-coverage.md is up to date.\n');
