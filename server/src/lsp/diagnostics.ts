import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/finding.ts';
import type { Localized } from '../localized.ts';
import { rulePage } from '../rulePage.ts';
import type { Client } from './client.ts';
import { severityOf, toRange } from './convert.ts';
import type { OpenDocument } from './documents.ts';

export const source = 'ims';

/** What is wrong in a document: all of it, or the gravest part and how much more there is. */
export function diagnosticsOf({ uri, analysis, configuration }: OpenDocument, client: Client): Diagnostic[] {
  const findings = analysis.findings();
  const { maxProblems } = configuration;
  if (findings.length <= maxProblems) return findings.map(finding => toDiagnostic(uri, analysis, finding, client));
  const [shown, rest] = gravest(findings, maxProblems - 1);
  return [
    ...shown.map(finding => toDiagnostic(uri, analysis, finding, client)),
    {
      range: rangeOf(analysis, rest[0] as Finding),
      severity: DiagnosticSeverity.Information,
      source,
      message: more(rest.length)[client.language],
    },
  ];
}

export function rangeOf(analysis: Analysis, { place }: Finding): Diagnostic['range'] {
  return toRange(analysis, analysis.rangeOf(place));
}

function toDiagnostic(uri: string, analysis: Analysis, finding: Finding, client: Client): Diagnostic {
  const { rule, severity, message, related } = finding;
  return {
    range: rangeOf(analysis, finding),
    severity: severityOf[severity],
    source,
    code: rule,
    codeDescription: { href: rulePage(rule) },
    message: message[client.language],
    ...(client.showsRelatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map(({ place, message }) => ({
          location: { uri, range: toRange(analysis, analysis.rangeOf(place)) },
          message: message[client.language],
        })),
      }),
  };
}

/** Errors first, else in the order of the text. */
function gravest(findings: readonly Finding[], count: number): [shown: Finding[], rest: Finding[]] {
  const sorted = findings.toSorted((a, b) => severityOf[a.severity] - severityOf[b.severity]);
  return [sorted.slice(0, count), sorted.slice(count)];
}

const more = (count: number): Localized => ({
  en: `${count} more ${count === 1 ? 'problem is' : 'problems are'} not shown (see imsManifest.maxProblems).`,
  zh: `还有 ${count} 个问题未显示（参见 imsManifest.maxProblems）。`,
});
