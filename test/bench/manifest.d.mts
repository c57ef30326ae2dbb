export function generate(count: number): string;
