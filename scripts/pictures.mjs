import { command } from './set-up.mjs';

await command('scripts/commands/pictures.ts', { chromium: true });
