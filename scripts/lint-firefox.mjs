import { command } from './set-up.mjs';

await command('scripts/commands/lint-firefox.ts');
