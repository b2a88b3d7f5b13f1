/** What adapting did to one part. */
export interface PartChange {
  /** Name before. */
  readonly name: string;
  /** Name after, where it is another. */
  readonly newName?: string;
  readonly action: 'kept' | 'changed' | 'replaced' | 'dropped';
  readonly inType: string;
  readonly outType?: string;
  readonly inBytes: number;
  readonly outBytes: number;
  /** Of a picture that was changed: how like its best for this receiver it looks (SSIM of the luma), 1 for no difference. */
  readonly ssim?: number;
  /** What was done, in words: `320×240`, `quality 74`, `baseline`. */
  readonly steps: readonly string[];
}
