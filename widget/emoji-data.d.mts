export function chosen<T>(data: readonly T[]): readonly T[];
export function qualified(emoji: string): string;
export function namesOf(data: readonly object[]): string;
