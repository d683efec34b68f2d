export function accessToken(generation: number): string
