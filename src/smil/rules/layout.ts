import type { XmlElement } from '../../xml/index.ts';
import { parseLength, percentOf, toPixels } from '../length.ts';
import type { SmilLength } from '../model.ts';
import type { Outline } from '../outline.ts';
import { attributeOf, FITS } from '../read.ts';
import { REGION_IDS } from '../subset.ts';
import type { SmilFinding, SmilRule } from './rule.ts';

const LENGTH_NAMES = ['left', 'top', 'width', 'height'] as const;

function lengthOf(element: XmlElement | undefined, name: string): SmilLength | undefined {
  return parseLength(attributeOf(element, name) ?? '')?.length;
}

function idOf(region: XmlElement): string {
  return attributeOf(region, 'id') ?? '';
}

/** A finding about each region that the test gives a message for. */
function eachRegion(
  { regions }: Outline,
  judge: (region: XmlElement, index: number) => string | undefined,
): SmilFinding[] {
  return regions.flatMap((region, index) => {
    const message = judge(region, index);
    return message === undefined ? [] : [{ message, at: region, path: `layout.regions[${index}]` }];
  });
}

function missingHead({ root, head, layout, body }: Outline): SmilFinding[] {
  if (layout !== undefined || body === undefined) return [];
  const message = head === undefined ? 'no <head>' : 'no <layout>';
  return [{ message: `${message}: some phones then show an empty message`, at: head ?? root }];
}

function rootLayoutCount({ layout, rootLayouts }: Outline): SmilFinding[] {
  if (layout === undefined || rootLayouts.length === 1) return [];
  const message = `${rootLayouts.length} <root-layout>, exactly one is due`;
  return [{ message, at: rootLayouts[1] ?? layout, path: 'layout' }];
}

function rootSize({ rootLayouts: [root] }: Outline): SmilFinding[] {
  if (root === undefined) return [];
  const missing = ['width', 'height'].filter(name => {
    const length = lengthOf(root, name);
    return length === undefined || Number.parseFloat(String(length)) === 0;
  });
  if (missing.length === 0) return [];
  return [
    { message: `the root-layout has no ${missing.join(' and ')}`, at: root, path: 'layout.rootLayout' },
  ];
}

/** Zero is the same in both units. */
function isMixed(element: XmlElement): boolean {
  const lengths = LENGTH_NAMES.map(name => lengthOf(element, name)).filter(
    length => length !== undefined && length !== 0,
  );
  return new Set(lengths.map(length => typeof length)).size > 1;
}

function mixedUnits(outline: Outline): SmilFinding[] {
  const message = 'pixels and per cent in one element';
  const root = outline.rootLayouts.filter(isMixed).map(at => ({ message, at, path: 'layout.rootLayout' }));
  return [...root, ...eachRegion(outline, region => (isMixed(region) ? message : undefined))];
}

/** How far a region reaches over one side of the root-layout, as words. */
function overreach(
  region: XmlElement,
  root: XmlElement | undefined,
  start: string,
  extent: string,
): string | undefined {
  const from = lengthOf(region, start) ?? 0;
  const size = lengthOf(region, extent);
  if (size === undefined) return undefined;
  const percents = [from === 0 ? 0 : percentOf(from), percentOf(size)];
  const [a, b] = percents;
  if (a !== undefined && b !== undefined) {
    return a + b > 100 ? `${start} + ${extent} = ${a + b}%` : undefined;
  }
  const rootSide = lengthOf(root, extent);
  const side = typeof rootSide === 'number' && rootSide > 0 ? rootSide : undefined;
  const [x, y] = [toPixels(from, side), toPixels(size, side)];
  if (side === undefined || x === undefined || y === undefined || x + y <= side) return undefined;
  return `${start} + ${extent} = ${x + y}, the root-layout has ${side}`;
}

function outsideRoot(outline: Outline): SmilFinding[] {
  const [root] = outline.rootLayouts;
  return eachRegion(outline, region => {
    const over = overreach(region, root, 'left', 'width') ?? overreach(region, root, 'top', 'height');
    return over === undefined ? undefined : `region "${idOf(region)}" reaches outside: ${over}`;
  });
}

function lengthSyntax({ rootLayouts, regions }: Outline): SmilFinding[] {
  return [...rootLayouts, ...regions].flatMap(element =>
    LENGTH_NAMES.flatMap(name => {
      const attribute = element.attributes.get(name);
      if (attribute === undefined || parseLength(attribute.value)?.strict === true) return [];
      return [{ message: `${name}="${attribute.value}" is not a whole number, px or %`, at: attribute }];
    }),
  );
}

function usedRegions({ media }: Outline): Set<string | undefined> {
  return new Set(media.map(({ element }) => attributeOf(element, 'region')));
}

export const LAYOUT_RULES: readonly SmilRule[] = [
  { code: 'layout/missing-head', mended: true, check: missingHead },
  { code: 'layout/root-layout-count', mended: true, check: rootLayoutCount },
  { code: 'layout/root-size-missing', mended: true, check: rootSize },
  {
    code: 'layout/too-many-regions',
    mended: true,
    check: outline =>
      eachRegion(outline, (_, index) =>
        index === REGION_IDS.length ? `${outline.regions.length} regions, two are allowed` : undefined,
      ),
  },
  {
    code: 'layout/duplicate-region',
    mended: true,
    check: outline => {
      const seen = new Set<string>();
      return eachRegion(outline, region => {
        const id = idOf(region);
        const again = seen.has(id);
        seen.add(id);
        return again ? `region "${id}" is declared twice` : undefined;
      });
    },
  },
  {
    code: 'layout/region-name',
    mended: true,
    check: outline =>
      eachRegion(outline, region =>
        REGION_IDS.some(id => id === idOf(region))
          ? undefined
          : `a region is called "${idOf(region)}", not "Image" or "Text"`,
      ),
  },
  { code: 'layout/mixed-units', mended: true, check: mixedUnits },
  { code: 'layout/region-outside-root', mended: true, check: outsideRoot },
  { code: 'layout/length-syntax', mended: true, check: lengthSyntax },
  {
    code: 'layout/unknown-fit',
    mended: true,
    check: ({ regions }) =>
      regions.flatMap(region => {
        const fit = region.attributes.get('fit');
        if (fit === undefined || FITS.some(known => known === fit.value)) return [];
        return [{ message: `fit="${fit.value}" is none of ${FITS.join(', ')}`, at: fit }];
      }),
  },
  {
    code: 'layout/unused-region',
    mended: true,
    check: outline => {
      const used = usedRegions(outline);
      return eachRegion(outline, region =>
        used.has(idOf(region)) ? undefined : `no slide uses the region "${idOf(region)}"`,
      );
    },
  },
];
