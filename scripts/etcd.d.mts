export function findEtcd(release?: string): Promise<{ readonly program: string } | { readonly why: string }>
