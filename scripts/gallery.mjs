import { command } from './set-up.mjs';

await command('scripts/commands/gallery.ts', { chromium: process.argv.includes('--pictures') });
