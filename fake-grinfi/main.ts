import { parseArgs } from 'node:util';
import { demoKey, seeds } from './seed.ts';
import { serveFakeGrinfi } from './serve.ts';
import { createFakeGrinfi } from './server.ts';
import { summary } from './summary.ts';

/** Starts the stand-in by hand: `npm run fake-grinfi -- --port 8787 --seed empty`. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    seed: { type: 'string', default: 'demo' },
    quiet: { type: 'boolean', default: false },
  },
});
const seed = seeds[values.seed];
if (!seed) throw new Error(`There is no seed "${values.seed}"; there are: ${Object.keys(seeds).join(', ')}.`);

const fake = createFakeGrinfi({ seed, strict: true });
const { url } = await serveFakeGrinfi(fake, { port: Number(values.port) });

console.log(`${summary(fake.state)}

Fake Grinfi answers on ${url}
  what it holds   ${url}/
  its controls    ${url}/__control/state
  a key           ${demoKey}
`);

if (!values.quiet) {
  const printed = new Set<number>();
  fake.state.onChange(() => {
    for (const call of fake.state.log.slice(-20)) {
      if (call.outcome === 'pending' || printed.has(call.id)) continue;
      printed.add(call.id);
      console.log(
        `${call.status ?? 'dropped'}  ${call.method} ${call.path}${call.query}${call.fault ? `  [${call.fault}]` : ''}`,
      );
    }
  });
}

process.once('SIGINT', () => {
  console.log(`\n${summary(fake.state)}`);
  process.exit(0);
});
