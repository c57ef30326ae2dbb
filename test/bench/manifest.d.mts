export function generate(count: number, options?: { readonly few?: boolean }): string;
