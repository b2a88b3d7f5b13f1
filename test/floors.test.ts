import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Room, its floor and the outside packages that it alone may import. Imports only go down. */
const ROOMS: Readonly<Record<string, { floor: number; packages?: readonly string[]; node?: true }>> = {
  printable: { floor: 0 },
  issues: { floor: 0 },
  errors: { floor: 0 },
  limits: { floor: 0 },
  warnings: { floor: 0 },
  bytes: { floor: 0 },
  text: { floor: 0 },
  schema: { floor: 0 },
  wsp: { floor: 1 },
  wbxml: { floor: 1 },
  sms: { floor: 1 },
  ringtone: { floor: 1 },
  bitmap: { floor: 1 },
  cards: { floor: 1 },
  xml: { floor: 1 },
  archive: { floor: 1, packages: ['jszip'], node: true },
  mms: { floor: 2 },
  smil: { floor: 2 },
  push: { floor: 2 },
  smart: { floor: 2 },
  ems: { floor: 2 },
  provisioning: { floor: 2 },
  media: { floor: 2, packages: ['file-type', 'sharp'], node: true },
  message: { floor: 3 },
  handsets: { floor: 3 },
  networks: { floor: 3 },
  inspect: { floor: 4 },
  lint: { floor: 4, node: true },
  manifest: { floor: 4, packages: ['yaml'], node: true },
  report: { floor: 4 },
  presentation: { floor: 5, node: true },
  preview: { floor: 6 },
  submit: { floor: 6, packages: ['undici', 'smpp'], node: true },
  sandbox: { floor: 7, node: true },
  dev: { floor: 7, node: true },
  bulk: { floor: 7, packages: ['bullmq', 'pg'], node: true },
  public: { floor: 8 },
  cli: { floor: 8, node: true },
};

/** Rooms of floor 0 that the others on floor 0 stand on, lowest first. */
const GROUND = Object.keys(ROOMS).filter(room => ROOMS[room]?.floor === 0);

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8');
  const pattern =
    /^(?:import|export)\b[^;=(]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;
  return [...source.matchAll(pattern)].map(match => ({
    file: relative(SRC, file),
    specifier: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

function roomOf(file: string): string {
  const path = relative(SRC, file).split(/[\\/]/);
  return (path[0] ?? '').replace(/\.ts$/, '');
}

/** Where floors below 3 ask whether there is a Buffer. */
const FEATURE_TEST = 'bytes/node-buffer.ts';

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => join(SRC, name));

function problemOf({ file, specifier }: Import): string | undefined {
  const from = roomOf(join(SRC, file));
  const room = ROOMS[from];
  if (room === undefined) return `${file}: room ${from} is not in the table`;
  if (specifier.startsWith('node:')) return room.node ? undefined : `${file} touches ${specifier}`;
  if (!specifier.startsWith('.')) {
    return room.packages?.includes(specifier.split('/')[0] ?? '')
      ? undefined
      : `${file} imports ${specifier}`;
  }
  const target = resolve(dirname(join(SRC, file)), specifier);
  const to = roomOf(target);
  if (to === from) return undefined;
  const below = ROOMS[to];
  if (below === undefined) return `${file} imports the unlisted room ${to}`;
  const goesDown =
    room.floor > below.floor ||
    (room.floor === 0 && below.floor === 0 && GROUND.indexOf(to) < GROUND.indexOf(from));
  if (!goesDown) return `${file} (floor ${room.floor}) imports ${to} (floor ${below.floor})`;
  const throughDoor = target === join(SRC, `${to}.ts`) || target === join(SRC, to, 'index.ts');
  return throughDoor ? undefined : `${file} imports ${specifier} past the index of ${to}`;
}

/** Files that import each other in a circle, or stand between two circles. */
function inCircles(imports: readonly Import[]): string[] {
  let edges = imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ file, specifier }) => ({ file, target: join(dirname(file), specifier) }));
  for (let before = Number.POSITIVE_INFINITY; edges.length < before; ) {
    before = edges.length;
    const importing = new Set(edges.map(({ file }) => file));
    const imported = new Set(edges.map(({ target }) => target));
    edges = edges.filter(({ file, target }) => importing.has(target) && imported.has(file));
  }
  return [...new Set(edges.map(({ file }) => file))];
}

/** The floors as ARCHITECTURE.md shows them. */
function formatFloors(): string {
  const floors = [...new Set(Object.values(ROOMS).map(({ floor }) => floor))].toSorted((a, b) => b - a);
  return floors.map(floor => `${floor}  ${roomsOn(floor).join(', ')}\n`).join('');
}

function roomsOn(floor: number): string[] {
  const rooms = Object.entries(ROOMS).filter(([, room]) => room.floor === floor);
  return rooms.map(
    ([name, { node, packages }]) => `${name}${node ? '*' : ''}${packages ? ` [${packages.join(', ')}]` : ''}`,
  );
}

describe('floors', () => {
  it('stand in ARCHITECTURE.md as they are', () => {
    const page = readFileSync(resolve(SRC, '../ARCHITECTURE.md'), 'utf8');
    expect(/^```\n(.*?)^```$/ms.exec(page)?.[1]).toBe(formatFloors());
  });

  it('finds the source', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it('imports only go down, through the index of a room, and each package has one room', () => {
    expect(files.flatMap(importsOf).map(problemOf).filter(Boolean)).toEqual([]);
  });

  it('no files import each other in a circle', () => {
    expect(inCircles(files.flatMap(importsOf))).toEqual([]);
  });

  it('knows a circle when it sees one', () => {
    const edge = (from: string, to: string): Import => ({ file: `sms/${from}.ts`, specifier: `./${to}.ts` });
    const circle = [edge('b', 'c'), edge('c', 'd'), edge('d', 'b')];
    expect(inCircles([edge('a', 'b'), ...circle, edge('d', 'e')])).toEqual([
      'sms/b.ts',
      'sms/c.ts',
      'sms/d.ts',
    ]);
    expect(inCircles([edge('a', 'b'), edge('b', 'c'), edge('a', 'c')])).toEqual([]);
  });

  it('every room of the table exists', () => {
    expect(Object.keys(ROOMS).filter(room => !files.some(file => roomOf(file) === room))).toEqual([]);
  });

  it('knows a bad edge when it sees one', () => {
    expect(problemOf({ file: 'bytes/hex.ts', specifier: '../mms/index.ts' })).toMatch(/floor 0/);
    expect(problemOf({ file: 'mms/pdu.ts', specifier: '../wsp/tables.ts' })).toMatch(/past the index/);
    expect(problemOf({ file: 'mms/pdu.ts', specifier: 'jszip' })).toMatch(/imports jszip/);
    expect(problemOf({ file: 'mms/pdu.ts', specifier: 'node:fs' })).toMatch(/touches/);
    expect(problemOf({ file: 'cellar/x.ts', specifier: './y.ts' })).toMatch(/not in the table/);
  });

  it('floors 0 to 2 except media know Buffer by one feature test', () => {
    const neutral = files.filter(file => {
      const room = ROOMS[roomOf(file)];
      return room !== undefined && room.floor < 3 && room.node !== true;
    });
    const namesNode = (file: string): boolean =>
      /\bBuffer\b|\bprocess\.[a-z]/.test(readFileSync(file, 'utf8'));
    expect(neutral.filter(namesNode)).toEqual([resolve(SRC, FEATURE_TEST)]);
  });
});
