import { command } from './set-up.mjs';

await command('scripts/commands/test.ts', { chromium: true });
