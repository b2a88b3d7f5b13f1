import { formatPath } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { IssueCode } from '../issues/index.ts';
import { checkShape } from './check-shape.ts';
import { type Path, Spot } from './findings.ts';
import type { Shape } from './shape.ts';

/**
 * Lets a value of a shape pass.
 * @param code of the room that needs the value
 * @param path of the value itself, such as `['options']`
 * @throws MmsError of the code for the first problem, with its path, what was expected and what was found
 */
export function requireShape<T>(
  shape: Shape<T>,
  value: unknown,
  code: IssueCode,
  path: Path,
): asserts value is T {
  const spot = new Spot(path);
  checkShape(shape, value, spot);
  const [first] = spot.findings;
  if (first === undefined) return;
  throw new MmsError(code, first.message, { path: formatPath(first.path), hint: first.hint });
}
