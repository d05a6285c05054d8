#!/usr/bin/env node
// Playwright's debug log would show cookies; it reads this name when it is loaded.
delete process.env.DEBUG;
const { main } = await import('../dist/cli.js');

process.exitCode = await main(process.argv);
// A browser that hangs holds us; when we go, Playwright kills it.
setTimeout(() => process.exit(), 10_000).unref();
