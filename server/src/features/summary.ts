import type { Language } from '../localized.ts';
import type { Operation } from '../model/model.ts';
import { readText, type Struct } from '../model/struct.ts';

/** An operation in a few words: `golden-gz` — `replicate golden → cn-south-1`. */
export interface Summary {
  readonly name: string;
  readonly detail: string;
}

/** By the name of what it makes, else by its action; nothing where it has neither yet. */
export function summaryOf({ action, struct }: Operation, language: Language): Summary | undefined {
  const written = action ?? textOf(struct, 'action');
  const name = action === 'update' ? undefined : textOf(struct, 'name');
  const source = ['image', 'server', 'backup', 'volume_id', 'image_url']
    .map(key => textOf(struct, key))
    .find(given => given !== undefined);
  const what = [source, targetOf(struct, language)].filter(part => part !== undefined).join(' → ');
  if (name === undefined) return written === undefined ? undefined : { name: written, detail: what };
  return { name, detail: [written, what].filter(part => part !== undefined && part !== '').join(' ') };
}

/** Whom or what an operation reaches, or the name that it gives. */
function targetOf(struct: Struct, language: Language): string | undefined {
  const tenants = struct.field('tenants')?.node;
  if (tenants?.kind === 'seq') {
    const count = tenants.items.length;
    return { en: `${count} ${count === 1 ? 'tenant' : 'tenants'}`, zh: `${count} 个租户` }[language];
  }
  const action = textOf(struct, 'action');
  const key = action === 'change-os' ? 'server' : action === 'update' ? 'name' : undefined;
  return [key, 'target_region', 'bucket_url']
    .map(name => name && textOf(struct, name))
    .find(given => given !== undefined);
}

function textOf(struct: Struct, key: string): string | undefined {
  const node = struct.field(key)?.node;
  return node && readText(node)?.trim().replace(/\s+/g, ' ');
}
