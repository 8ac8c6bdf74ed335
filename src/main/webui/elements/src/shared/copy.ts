/** Puts a text into the clipboard, and says whether that worked: a browser gives it only to pages that came safely, and may ask. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
