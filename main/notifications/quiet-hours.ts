/** Is it quiet now? Local time, "22:00" to "07:00"; from and to the same is never. Pure. */
export function isQuiet(
  hours: { readonly from: string; readonly to: string } | undefined,
  nowMs: number,
): boolean {
  if (!hours) return false
  const from = minutesOf(hours.from)
  const to = minutesOf(hours.to)
  const local = new Date(nowMs) // a jump to summer time moves the hours with it
  const now = local.getHours() * 60 + local.getMinutes()
  return from <= to ? now >= from && now < to : now >= from || now < to
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
