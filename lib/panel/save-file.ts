/** Hands a text to the browser's own downloads, which needs no permission. */
export function saveFile(name: string, text: string, type = 'text/html;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun, yet reads the address a little later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
