#!/usr/bin/env node
import module from 'node:module';

// Node 22 keeps the compiled code for the next start; before the rest is imported, or that is compiled without it.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
  module.enableCompileCache();
}
// Without an await: the bundle is CommonJS.
import('./process.ts')
  .then(({ runProcess }) => runProcess())
  .then(code => {
    process.exitCode = code;
  });
