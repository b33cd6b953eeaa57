import { command } from './set-up.mjs';

await command('scripts/commands/e2e-firefox.ts');
