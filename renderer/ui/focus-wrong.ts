/** Puts the focus into the first field that is wrong, as they stand on the screen, whatever was checked first. */
export function focusWrong(form: HTMLFormElement | null, errors: Partial<Record<string, string>>): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[name]') ?? [])]
  fields.find((field) => errors[field.getAttribute('name') ?? ''])?.focus()
}
