import type { Severity } from '../../analysis/finding.ts';
import type { Localized } from '../../localized.ts';

export const severityNames: Readonly<Record<Severity, Localized>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  information: { en: 'information', zh: '信息' },
  hint: { en: 'hint', zh: '提示' },
};
