/** Ids that are proposed for what a person names. */

/** 'Spring renewal 2026' is 'spring-renewal-2026'. */
export function idOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replaceAll(/^-+|-+$/g, '');
}
