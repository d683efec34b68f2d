export function findEtcd(): Promise<{ readonly program: string } | { readonly why: string }>
