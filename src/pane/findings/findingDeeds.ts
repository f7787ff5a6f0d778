/** What a person can do with a finding. */
import type { AcceptRequest } from '../../app/accept';
import type { Finding } from '../../engine/finding';

export interface FindingDeeds {
  readonly goTo: (sheet: string, cell: string) => void;
  readonly accept: (request: AcceptRequest) => void;
  readonly ignore: (sheet: string, finding: Finding, reason: string) => void;
  readonly unignore: (sheet: string, finding: Finding) => void;
}
