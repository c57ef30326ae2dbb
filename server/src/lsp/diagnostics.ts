import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { Finding } from '../analysis/finding.ts';
import type { Localized } from '../localized.ts';
import type { Place } from '../model/place.ts';
import { rulePage } from '../rulePage.ts';
import type { Client } from './client.ts';
import { rangesIn, severityOf } from './convert.ts';
import type { Open } from './kinds.ts';
import { isYaml, toldByOthers } from './manifests.ts';

export const source = 'ims';

/** What is wrong in a document: all of it, or the gravest part and how much more there is. */
export function diagnosticsOf(document: Open, client: Client): Diagnostic[] {
  const { uri, analysis, configuration } = document;
  const { language, showsRelatedInformation } = client;
  const ranges = rangesIn(analysis.document);
  const rangeOf = (place: Place): Range => ranges(analysis.rangeOf(place));

  const toDiagnostic = ({ rule, severity, message, place, related }: Finding): Diagnostic => ({
    range: rangeOf(place),
    severity: severityOf[severity],
    source,
    code: rule,
    codeDescription: { href: rulePage(rule, language) },
    message: message[language],
    ...(showsRelatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map(({ place, message }) => ({
          location: { uri, range: rangeOf(place) },
          message: message[language],
        })),
      }),
  });

  const othersTell = client.besideYaml && isYaml(document);
  const findings = othersTell ? analysis.findings().filter(({ rule }) => !toldByOthers.has(rule)) : analysis.findings();
  const { maxProblems } = configuration;
  if (findings.length <= maxProblems) return findings.map(toDiagnostic);
  const sorted = gravestFirst(findings);
  const rest = sorted.slice(maxProblems - 1);
  const note: Diagnostic = {
    range: rangeOf((rest[0] as Finding).place),
    severity: DiagnosticSeverity.Information,
    source,
    message: more(rest.length)[language],
  };
  return [...sorted.slice(0, maxProblems - 1).map(toDiagnostic), note];
}

/** Errors first, else in the order of the text. */
function gravestFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => severityOf[a.severity] - severityOf[b.severity]);
}

const more = (count: number): Localized => ({
  en: `${count} more ${count === 1 ? 'problem is' : 'problems are'} not shown (see imsManifest.maxProblems).`,
  zh: `还有 ${count} 个问题未显示（参见 imsManifest.maxProblems）。`,
});
