import type { RegionId } from './layout.ts';
import { percentOf, toPixels } from './length.ts';
import type { Smil, SmilLayout, SmilLength, SmilMedium, SmilRegion, SmilRootLayout } from './model.ts';
import { REGION_IDS } from './subset.ts';

/** The region for a medium; `undefined` for a sound. */
export type RegionFor = (medium: SmilMedium) => RegionId | undefined;

/**
 * What the author's regions are called in MMS SMIL: by their names (in any case), else by what they show, else by what
 * is left. Regions without a name of their own are not in the map.
 */
export function nameRegions({ head, slides }: Smil, regionFor: RegionFor): Map<string, RegionId> {
  const ids = new Set(head.layout?.regions.map(({ id }) => id));
  const names = new Map<string, RegionId>();
  const take = (id: string, name: RegionId | undefined): void => {
    if (name !== undefined && !names.has(id) && ![...names.values()].includes(name)) names.set(id, name);
  };
  for (const id of ids)
    take(
      id,
      REGION_IDS.find(name => name === id),
    );
  for (const id of ids)
    take(
      id,
      REGION_IDS.find(name => name.toLowerCase() === id.toLowerCase()),
    );
  for (const medium of slides.flatMap(({ media }) => media)) {
    if (medium.region !== undefined && ids.has(medium.region)) take(medium.region, regionFor(medium));
  }
  for (const id of ids) for (const name of REGION_IDS) take(id, name);
  return names;
}

/** Width and height of the root-layout; where the author gave none, room for all regions or the usual screen. */
export function mendRoot(
  { rootLayout, regions }: SmilLayout,
  usual: { readonly width: number; readonly height: number },
): Required<SmilRootLayout> {
  const { width, height } = rootLayout;
  const given = [width, height].filter(
    length => length !== undefined && Number.parseFloat(String(length)) > 0,
  );
  const sameUnit = typeof width === typeof height;
  if (width !== undefined && height !== undefined && given.length === 2 && sameUnit) return { width, height };
  return {
    width: sideFor(
      width,
      regions.map(region => [region.left, region.width]),
      usual.width,
    ),
    height: sideFor(
      height,
      regions.map(region => [region.top, region.height]),
      usual.height,
    ),
  };
}

type Span = readonly [start: SmilLength | undefined, extent: SmilLength | undefined];

function sideFor(given: SmilLength | undefined, spans: readonly Span[], usual: number): number {
  if (typeof given === 'number' && given > 0) return given;
  const reach = spans.map(([start = 0, extent]) =>
    typeof start === 'number' && typeof extent === 'number' ? start + extent : 0,
  );
  return Math.max(...reach, 0) || usual;
}

/** The region with all lengths, in one unit, inside the root-layout; `undefined` when nothing of it is inside. */
export function mendRegion(region: SmilRegion, root: Required<SmilRootLayout>): SmilRegion | undefined {
  const { left = 0, top = 0, width, height } = region;
  const inPercent = isInPercent([left, top, width, height], root);
  const horizontal = mendSpan(left, width, root.width, inPercent);
  const vertical = mendSpan(top, height, root.height, inPercent);
  if (horizontal === undefined || vertical === undefined) return undefined;
  const unit = (value: number): SmilLength => (inPercent ? `${value}%` : value);
  return {
    ...region,
    left: unit(horizontal.start),
    top: unit(vertical.start),
    width: unit(horizontal.extent),
    height: unit(vertical.extent),
  };
}

/** Zero fits either unit; a mixture becomes pixels unless the root-layout itself is in per cent. */
function isInPercent(lengths: readonly (SmilLength | undefined)[], root: Required<SmilRootLayout>): boolean {
  if (percentOf(root.width) !== undefined) return true;
  const units = lengths.filter(length => length !== undefined && length !== 0);
  return units.length > 0 && units.every(length => percentOf(length ?? 0) !== undefined);
}

interface MendedSpan {
  readonly start: number;
  readonly extent: number;
}

function mendSpan(
  start: SmilLength,
  extent: SmilLength | undefined,
  rootSide: SmilLength,
  inPercent: boolean,
): MendedSpan | undefined {
  const side = inPercent ? 100 : Number(rootSide);
  const measure = (length: SmilLength): number | undefined =>
    inPercent ? (length === 0 ? 0 : percentOf(length)) : toPixels(length, side);
  const from = measure(start);
  const size = extent === undefined ? undefined : measure(extent);
  if (from === undefined || from >= side || (extent !== undefined && size === undefined)) return undefined;
  const room = side - from;
  return size === 0 ? undefined : { start: from, extent: Math.min(size ?? room, room) };
}
