import type { Language } from '../../server/src/localized.ts';
import type { Severity, SourceRow } from '../../server/src/rules/rule.ts';
import type { Safety } from './study.ts';

/** What the pages say around the texts of the rules, in one language. */
export interface Prose {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly safeties: Readonly<Record<Safety, string>>;
  /** What each table of the source is about. */
  readonly tables: Readonly<Record<SourceRow, string>>;
  /** What a safe and what an unsafe fix is. */
  readonly explained: Readonly<Record<Safety, string>>;
  readonly headings: Readonly<
    Record<'rules' | 'constraints' | 'own' | 'why' | 'fails' | 'passes' | 'fix' | 'severity' | 'suppress', string>
  >;
  readonly columns: Readonly<Record<'rule' | 'source' | 'severity' | 'fix' | 'constraint', string>>;
  readonly or: string;
  readonly and: string;
  readonly comma: string;
  /** Between the items of a list. */
  readonly listComma: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly none: string;
  readonly constraintsPage: string;
  intro(link: string, constraints: number, own: number): string;
  readonly fixesIntro: string;
  readonly checkedFor: string;
  readonly ownWhy: string;
  constraintWhy(link: string, tables: string, consequence: string): string;
  readonly consequence: Readonly<Record<'error' | 'milder', string>>;
  readonly undecidedWhy: string;
  line(number: number): string;
  undecided(missing: string): string;
  aside(text: string): string;
  readonly noFix: string;
  fixed(isFailingExample: boolean): string;
  readonly severityForOne: string;
  readonly severityForAll: string;
  readonly neverSuppressed: string;
  readonly suppressHere: string;
  readonly suppressInFile: string;
  readonly reason: string;
  readonly allRules: string;
}

const en: Prose = {
  severities: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
  safeties: { safe: 'safe', unsafe: 'unsafe' },
  tables: {
    T1: 'table 1, on creating private images',
    T2: 'table 2, on importing private images',
    T3: 'table 3, on sharing images',
    T4: 'table 4, on replicating images',
    T5: 'table 5, on exporting images',
    T6: 'table 6, on other operations',
    O: 'its other constraints',
  },
  explained: {
    safe: 'A safe fix gives what the author means, so "fix all" applies it.',
    unsafe: 'An unsafe fix is offered, and never applied on its own.',
  },
  headings: {
    rules: 'Rules',
    constraints: 'Constraints of IMS',
    own: "The manifest's own rules",
    why: 'Why',
    fails: 'Fails',
    passes: 'Passes',
    fix: 'Fix',
    severity: 'Severity',
    suppress: 'Suppress',
  },
  columns: { rule: 'rule', source: 'source', severity: 'severity', fix: 'fix', constraint: 'constraint' },
  or: ' or ',
  and: ' and ',
  comma: ', ',
  listComma: ', ',
  semicolon: '; ',
  colon: ': ',
  none: 'none',
  constraintsPage: 'the constraints page',
  intro: (link, constraints, own) =>
    `The first ${constraints} rules are [constraints of IMS](${link}); T1 to T6 are the tables of that page, O its other constraints. The other ${own} are about the manifest itself.`,
  fixesIntro:
    'A *safe* fix gives what the author means, so "fix all" applies it. An *unsafe* one is offered, and never applied on its own. Either is offered only where it takes the finding away and adds none.',
  checkedFor: 'Checked for',
  ownWhy:
    'This is a rule of the manifest itself, not one of IMS: a manifest that keeps it says what its author means, and the constraints are judged with the right facts.',
  constraintWhy: (link, tables, consequence) => `IMS has this constraint: see ${link}, ${tables}. ${consequence}`,
  consequence: {
    error: 'IMS may still accept a call that breaks it, and fail it minutes or hours later.',
    milder: 'A call that breaks it may go through or fail: that depends on more than a manifest says.',
  },
  undecidedWhy: 'Where a fact that matters is unknown, the rule is undecided, and nothing is reported.',
  line: number => `Line ${number}`,
  undecided: missing => `undecided, for ${missing} is unknown`,
  aside: text => ` (${text})`,
  noFix: 'There is no automatic fix: only the author can tell what to do instead.',
  fixed: isFailingExample =>
    `The ${isFailingExample ? 'failing example' : 'following'}, after the first fix of each finding:`,
  severityForOne:
    "It can be `off`, `hint`, `information`, `warning` or `error`. For yourself, in the editor's settings:",
  severityForAll:
    "For everyone who works on the project, and for the command line, in a file `.ims-manifest.yaml` in the manifest's folder or one above it. The nearest file counts, and it wins over the settings:",
  neverSuppressed: 'This rule cannot be suppressed: what is broken cannot be read.',
  suppressHere: 'On the line, or alone on the line above an operation, then for all of it:',
  suppressInFile: 'Anywhere, for the whole file:',
  reason: 'the reason',
  allRules: 'All rules',
};

const zh: Prose = {
  severities: { error: '错误', warning: '警告', information: '信息', hint: '提示' },
  safeties: { safe: '安全', unsafe: '不安全' },
  tables: {
    T1: '表 1（创建私有镜像）',
    T2: '表 2（导入私有镜像）',
    T3: '表 3（共享镜像）',
    T4: '表 4（复制镜像）',
    T5: '表 5（导出镜像）',
    T6: '表 6（其他操作）',
    O: '其他约束限制',
  },
  explained: {
    safe: '安全的修复与编写者的本意一致，“全部修复”会应用它。',
    unsafe: '不安全的修复只作为建议，绝不会自动应用。',
  },
  headings: {
    rules: '规则',
    constraints: 'IMS 的约束限制',
    own: '清单自身的规则',
    why: '原因',
    fails: '违反示例',
    passes: '正确示例',
    fix: '修复',
    severity: '级别',
    suppress: '抑制',
  },
  columns: { rule: '规则', source: '来源', severity: '级别', fix: '修复', constraint: '约束' },
  or: '或',
  and: '和',
  comma: '，',
  listComma: '、',
  semicolon: '、',
  colon: '：',
  none: '无',
  constraintsPage: '约束与限制页面',
  intro: (link, constraints, own) =>
    `前 ${constraints} 条规则是 [IMS 的约束限制](${link})：T1 至 T6 是该页面中的表，O 是其中的其他约束限制。其余 ${own} 条是清单自身的规则。`,
  fixesIntro:
    '*安全*的修复与编写者的本意一致，“全部修复”会应用它；*不安全*的修复只作为建议，绝不会自动应用。只有能消除问题且不带来新问题的修复才会提供。',
  checkedFor: '检查的操作',
  ownWhy:
    '这是清单自身的规则，而不是 IMS 的约束限制：遵守它的清单能准确表达编写者的本意，各项约束限制也才能依据正确的事实来判断。',
  constraintWhy: (link, tables, consequence) => `这是 IMS 的约束限制，参见${link}的${tables}。${consequence}`,
  consequence: {
    error: 'IMS 可能仍会接受违反它的请求，而任务在几分钟或几小时后失败。',
    milder: '违反它的请求可能成功，也可能失败，这取决于清单之外的因素。',
  },
  undecidedWhy: '如果所需的事实未知，该规则无法判断，也不会报告问题。',
  line: number => `第 ${number} 行`,
  undecided: missing => `无法判断，因为 ${missing} 未知`,
  aside: text => `（${text}）`,
  noFix: '没有自动修复：只有编写者才能决定改用什么方式。',
  fixed: isFailingExample => `${isFailingExample ? '上述违反示例' : '以下示例'}对每个问题应用第一个修复之后：`,
  severityForOne: '级别可以是 `off`、`hint`、`information`、`warning` 或 `error`。仅对自己生效时，写在编辑器的设置中：',
  severityForAll:
    '对项目的所有成员以及命令行生效时，写在清单所在文件夹或其上级文件夹的 `.ims-manifest.yaml` 文件中。以最近的文件为准，且优先于编辑器的设置：',
  neverSuppressed: '该规则不能被抑制：损坏的内容无法读取。',
  suppressHere: '写在该行末尾；或单独写在操作的上一行，对整个操作生效：',
  suppressInFile: '写在任意位置，对整个文件生效：',
  reason: '理由',
  allRules: '所有规则',
};

export const prose: Readonly<Record<Language, Prose>> = { en, zh };
