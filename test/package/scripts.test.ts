import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const manifest: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
);

/** What a script runs, that of the scripts that it calls included. */
function commandsOf(name: string): string {
  const command = manifest.scripts[name] ?? '';
  const called = command.split(/[\s"]+/).filter(word => word !== name && word in manifest.scripts);
  return [command, ...called.map(commandsOf)].join('\n');
}

describe('scripts', () => {
  it('are followed into those that they call', () => {
    const commands = commandsOf('test');
    for (const part of ['lint', 'build', 'check', 'pack:check']) expect(commands).toContain(commandsOf(part));
  });

  it.each(['test', 'test:unit', 'build', 'check', 'lint', 'sample', 'pack:check'])(
    '%s leaves out/ alone',
    name => {
      const commands = commandsOf(name);
      expect(commands).not.toBe('');
      expect(commands).not.toContain('npm run clean');
      // attw packs the package, which runs what comes before packing
      expect(
        commands.split('\n').filter(one => /\brm|rmSync|rimraf/.test(one) && /\bout\b/.test(one)),
      ).toEqual([]);
    },
  );

  it('packing, which npm test does too, leaves out/ alone', () => {
    for (const name of ['prepack', 'prepare', 'postpack']) {
      expect(commandsOf(name)).not.toMatch(/\bout\b/);
    }
  });
});
