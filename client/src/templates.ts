/** A first manifest, as a snippet: its stops are what is different in each. */
export const manifestSnippet = `apiVersion: ims/v1
region: \${1:cn-north-4}

servers:
  \${2:build}: { type: ECS, status: Stopped, system_disk: 40 GB }

operations:
  - action: create-system-disk-image
    name: \${3:golden}
    server: \${2:build}
$0`;

const configs = {
  en: `# What IMS Manifest reports in this project, in the editor as on the command line.

# The severity of a rule where it is not the rule's own: error, warning, information, hint, off.
rules:
  # server-batch: off
  # replicate-concurrency: hint

# Regions that export images larger than 128 GB without fast export.
# normalExportRegions:
#   - cn-north-4
`,
  zh: `# IMS Manifest 在本项目中的检查设置，编辑器和命令行共用。

# 规则的严重程度，未填写时使用规则自身的严重程度：error、warning、information、hint、off。
rules:
  # server-batch: off
  # replicate-concurrency: hint

# 不使用快速导出即可导出大于 128 GB 的镜像的区域。
# normalExportRegions:
#   - cn-north-4
`,
} as const;

/** The settings of a project that change nothing yet, in the language of the window. */
export const configTemplate = (language: string): string => (/^zh\b/i.test(language) ? configs.zh : configs.en);
