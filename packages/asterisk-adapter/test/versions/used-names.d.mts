export const usedOperations: Readonly<Record<string, readonly string[]>>;
export const usedFields: Readonly<Record<string, readonly string[]>>;
