/** A regular expression that was made from texts, and the line of `src/` that made it. */
export interface MadeExpression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Notes every regular expression that `new RegExp` makes in `src/` from now on. */
export function watchExpressions(): readonly MadeExpression[] {
  const made: MadeExpression[] = [];
  globalThis.RegExp = new Proxy(RegExp, {
    construct(target, [pattern, flags], newTarget) {
      const expression = Reflect.construct(target, [pattern, flags], newTarget);
      const place = /src\/[\w/-]+\.ts:\d+/.exec(new Error().stack ?? '')?.[0];
      if (place !== undefined) made.push({ place, source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  return made;
}
