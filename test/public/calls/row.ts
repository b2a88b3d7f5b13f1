/** A public function with arguments that it takes. */
export interface CallRow {
  readonly call: (...args: never[]) => unknown;
  readonly args: readonly unknown[];
  /** Positions whose argument no wrong value is tried for, and why. */
  /** True for what is written where the writer says: its value alone has no path. */
  readonly isPlacedByWriter?: boolean;
  readonly leftAlone?: Readonly<Record<number, string>>;
}

export type CallRows = Readonly<Record<string, CallRow>>;
