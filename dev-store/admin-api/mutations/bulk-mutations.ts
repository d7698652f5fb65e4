import { exportRecords } from "../bulk/export-records";
import { readBulkQuery } from "../bulk/read-bulk-query";
import { globalId, requireNumericId } from "../views/scalars";
import { viewBulkOperation } from "../views/view-bulk-operation";
import type { ViewContext } from "../views/view-context";
import { userError } from "./user-error";

export function bulkMutations(context: ViewContext): Record<string, unknown> {
  const { bulkOperations } = context.store;
  return {
    bulkOperationRunQuery: ({ query, groupObjects }: { query: string; groupObjects: boolean }) => {
      const read = readBulkQuery(context.schema, query);
      if (read.status === "invalid") return refuse(read.messages, "INVALID", ["query"]);
      const outcome = bulkOperations.run(query, exportRecords(read, groupObjects, context));
      switch (outcome.status) {
        case "created":
          return { bulkOperation: viewBulkOperation(outcome.record, context), userErrors: [] };
        case "busy": {
          const ids = outcome.ids.map((id) => globalId("BulkOperation", id)).join(", ");
          const message = `A bulk query operation for this app and shop is already in progress: ${ids}.`;
          return refuse([message], "OPERATION_IN_PROGRESS", null);
        }
      }
    },
    bulkOperationCancel: ({ id }: { id: string }) => {
      const number = requireNumericId(id, "BulkOperation");
      const before = bulkOperations.find(number);
      if (!before)
        return { bulkOperation: null, userErrors: [userError(["id"], "Bulk operation does not exist")] };
      const record = bulkOperations.cancel(number) ?? before;
      const errors =
        record.status === "CANCELING"
          ? []
          : [
              userError(
                null,
                `A bulk operation cannot be canceled when it is ${record.status.toLowerCase()}`,
              ),
            ];
      return { bulkOperation: viewBulkOperation(record, context), userErrors: errors };
    },
  };
}

function refuse(messages: string[], code: string, field: string[] | null) {
  const userErrors = messages.map((message) => ({ ...userError(field, message), code }));
  return { bulkOperation: null, userErrors };
}
