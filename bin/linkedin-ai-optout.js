#!/usr/bin/env node
// Playwright's debug log would show cookies; it reads this name when it is loaded.
delete process.env.DEBUG;
// An empty HOME is none: the home is then the user's own, and nothing comes to lie below the current folder.
if (process.env.HOME === '') delete process.env.HOME;
const { main } = await import('../dist/cli.js');

process.exitCode = await main(process.argv);
// A browser that hangs holds us; when we go, Playwright kills it.
setTimeout(() => process.exit(), 10_000).unref();
