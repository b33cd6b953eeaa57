import { command } from './set-up.mjs';

await command('scripts/commands/dev.ts', { chromium: true });
