/** A sentence with elements in it, in the person's language: each stands where that language puts it. */
import { createElement, Fragment, type ReactNode } from 'react'
import { tParts } from '../../app/words/t.ts'

export function rich(message: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  return createElement(Fragment, null, ...tParts(message, values))
}
