import { SaveBar } from "@shopify/app-bridge-react";

export interface UnsavedChangesProps {
  /** Unlike that of any other page. */
  id: string;
  editor: { isDirty: boolean; isSaving: boolean; save(): void; discard(): void };
  texts: { save: string; discard: string };
}

/** The admin's bar for unsaved changes. */
export function UnsavedChanges({ id, editor, texts }: UnsavedChangesProps) {
  return (
    <SaveBar id={id} open={editor.isDirty} discardConfirmation>
      {/* App Bridge reads variant and loading from the element. */}
      <button
        type="button"
        {...{ variant: "primary", loading: editor.isSaving ? "" : undefined }}
        onClick={editor.save}
      >
        {texts.save}
      </button>
      <button type="button" onClick={editor.discard}>
        {texts.discard}
      </button>
    </SaveBar>
  );
}
