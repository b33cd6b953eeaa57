import { command } from './set-up.mjs';

await command('scripts/commands/demo.ts', { chromium: true });
