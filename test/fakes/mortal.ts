/** A port whose process can be killed: from then on it writes nothing more, sends nothing, and hears nothing. */
export function mortal<T extends object>(port: T, isAlive: () => boolean): T {
  return new Proxy(port, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown
      if (typeof member !== 'function') return member
      if (name === 'watch') return member.bind(target)
      return async (...args: unknown[]) => {
        if (!isAlive()) await new Promise(() => undefined)
        const result: unknown = await member.apply(target, args)
        if (!isAlive()) await new Promise(() => undefined)
        return result
      }
    },
  })
}
