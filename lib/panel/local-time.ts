/** Times as `<input type="datetime-local">` has them: `2026-11-24T09:00`, in the user's time zone. */

const two = (value: number) => String(value).padStart(2, '0');

export function toLocalInput(at: number): string {
  const time = new Date(at);
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${date}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** ms since 1970; `undefined` for what is no time. */
export function fromLocalInput(value: string): number | undefined {
  const at = new Date(value).getTime();
  return value === '' || Number.isNaN(at) ? undefined : at;
}
