import type { KeyDef, Keys } from './types.ts';
import { list, mapByRule, region, word } from './values.ts';

/** The file by which everyone who works on a project, and the command line, have the same settings. */
export const projectFileName = '.ims-manifest.yaml';

/** What the file may say. */
export const projectKeys = {
  rules: {
    value: mapByRule(word('severity')),
    doc: {
      en: 'The severity of a rule where it is not the rule’s own; `off` turns the rule off.',
      zh: '规则的严重程度，未填写时使用规则自身的严重程度；`off` 表示关闭该规则。',
    },
  },
  normalExportRegions: {
    value: list(region),
    doc: {
      en: 'Regions in which images above 128 GB can be exported without fast export.',
      zh: '无需快速导出即可导出 128 GB 以上镜像的区域。',
    },
  },
} as const satisfies Keys;

export const projectKey = (name: string): KeyDef | undefined =>
  Object.hasOwn(projectKeys, name) ? projectKeys[name as keyof typeof projectKeys] : undefined;
