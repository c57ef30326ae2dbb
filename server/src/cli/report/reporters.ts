import type { Language } from '../../localized.ts';
import type { Format } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

interface Reporter {
  /** Whether it tells the ways out, too. */
  readonly wantsFixes: boolean;
  report(outcome: Outcome, language: Language, color: boolean): string;
}

export const reporters: Readonly<Record<Format, Reporter>> = {
  text: { wantsFixes: false, report: textReport },
  json: { wantsFixes: false, report: jsonReport },
  sarif: { wantsFixes: true, report: sarifReport },
  github: { wantsFixes: false, report: githubReport },
  junit: { wantsFixes: false, report: junitReport },
};
