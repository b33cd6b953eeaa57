import { command } from './set-up.mjs';

await command('scripts/commands/store.ts', { chromium: true });
