/** Saves what an address answers as a file. By fetch, since App Bridge adds the session token to it and not to links. */
export async function downloadFile(address: string, name: string): Promise<boolean> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return false;
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the file only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}
