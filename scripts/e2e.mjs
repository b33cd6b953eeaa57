import { command } from './set-up.mjs';

await command('scripts/commands/e2e.ts', { chromium: true });
