import type { IssueCode } from '../../issues/index.ts';
import type { UploadedFile } from '../../submit/index.ts';
import type { FitTo } from '../campaigns.ts';

/** What the process that fits messages is asked. */
export interface FitRequest {
  readonly key: string;
  readonly file: UploadedFile;
  readonly to: FitTo;
}

/** What it answers: the octets of an `.mms`, or why there are none. */
export type FitAnswer =
  | { readonly key: string; readonly octets: Uint8Array }
  | { readonly key: string; readonly problem: FitProblem };

/** An error on its way between processes. */
export interface FitProblem {
  readonly code: IssueCode;
  readonly message: string;
  readonly path: string | undefined;
  readonly hint: string | undefined;
}
