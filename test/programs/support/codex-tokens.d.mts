export function chatGptTokens(
  generation: number,
  leftMs?: number,
): { readonly id_token: string; readonly access_token: string; readonly refresh_token: string }
