/** For browsers that do not let a field grow by style alone. */
export function growWithText(field: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  function grow(): void {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }
  field.addEventListener("input", grow);
  grow();
}
