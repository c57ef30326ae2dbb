import { operationAt, type Tally } from '../features/tally.ts';
import { rangesIn } from '../syntax/positions.ts';
import { type Range, RequestType, type TextDocumentPositionParams } from './protocol.ts';
import type { Session } from './session.ts';

/** How the operation at the cursor stands. That costs the same in a manifest of any size. */
export interface OperationStatus {
  readonly action: Range;
  readonly constraints: Tally;
}

export const operationRequest = new RequestType<TextDocumentPositionParams, OperationStatus | null, void>(
  'ims/operation',
);

export function onOperation({ documents }: Session): (params: TextDocumentPositionParams) => OperationStatus | null {
  return ({ textDocument, position }) => {
    const analysis = documents.get(textDocument.uri)?.analysis;
    const found = analysis && operationAt(analysis, analysis.document.offsetAt(position));
    return found ? { action: rangesIn(analysis.document)(found.action), constraints: found.tally } : null;
  };
}
