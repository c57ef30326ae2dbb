import fc from 'fast-check';

/** What Markdown, HTML, terminals, workflows and XML take for more than text, or what nobody sees. */
const pieces = [
  'golden',
  ' ',
  '`',
  '``',
  '```',
  '```yaml\n',
  '[a](command:evil)',
  '[a](https://evil.example)',
  '![a](https://evil.example/a.png)',
  '](command:evil)',
  '<https://evil.example>',
  'https://evil.example',
  '<img src="https://evil.example">',
  '<script>',
  '</testcase>',
  ']]>',
  '&lt;',
  '**',
  '_',
  '~~',
  '\\',
  '$(evil)',
  '\n',
  '\r\n',
  '\n\n# a\n\n',
  '\n::error::a',
  '::stop-commands::a',
  '%0A::error::a',
  '##[error]a',
  '{0}',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u0000',
  '\u009b2J',
  '\u202e',
  '\u2065',
  '\u2066',
  '\u200b',
  '\u200f',
  '\u2060',
  '\ufeff',
  '\u2028',
  '\ud800',
  '镜像',
] as const;

/** What is meant to be text. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** What steers a terminal, reorders a line or cannot be seen. */
export const steering = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** A manifest in which a text is the name, the value or the key of nearly all that is shown. */
export function manifestOf(hostile: string): string {
  const text = JSON.stringify(hostile);
  return `apiVersion: ims/v1
region: ${text}
inventory: ${text}
${text}: ${text}
images:
  ${text}: { type: system-disk, encrypted: true, size: 40 GB, id: ${text}, status: ${text}, ${text}: 1, tags: { ${text}: ${text} } }
servers:
  ${text}: { type: ECS, status: Stopped, flavor: ${text}, data_disks: { ${text}: { size: 40 GB, encrypted: true } }, image: ${text} }
backups:
  ${text}: { server: ${text} }
operations:
  - { action: share, image: ${text}, tenants: [ ${text} ] }
  - { action: register-iso, name: ${text}, image_url: ${JSON.stringify(`${hostile}:${hostile}`)}, os_version: ${text}, min_disk: 40 }
  - { action: export, image: ${text}, bucket_url: ${JSON.stringify(`b:${hostile}`)}, file_format: ${text} }
  - { action: create-full-ecs-image, name: ${text}, server: ${text}, description: ${text}, vault_id: ${text} }
  - { action: ${text}, ${text}: ${text} } # ims-ignore: ${hostile.replace(/[\r\n]/g, '')}
`;
}
