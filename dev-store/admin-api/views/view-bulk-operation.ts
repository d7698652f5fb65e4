import type { BulkOperationRecord } from "../../state-store";
import { dateTime, globalId } from "./scalars";
import type { View, ViewContext } from "./view-context";

export function viewBulkOperation(record: BulkOperationRecord, { store }: ViewContext): View {
  const hasFile = record.fileSize > 0 && store.bulkOperations.findFile(record.file) !== null;
  const url = hasFile ? `${store.config.url}/bulk-operation-outputs/${record.file}` : null;
  return {
    __typename: "BulkOperation",
    id: globalId("BulkOperation", record.id),
    type: "QUERY",
    status: record.status,
    errorCode: record.errorCode,
    query: record.query,
    createdAt: dateTime(record.createdAt),
    completedAt: dateTime(record.completedAt),
    objectCount: String(record.objectCount),
    rootObjectCount: String(record.rootObjectCount),
    // Nothing was found, so there is no file.
    fileSize: hasFile ? String(record.fileSize) : null,
    url: record.status === "COMPLETED" ? url : null,
    partialDataUrl: record.status === "COMPLETED" ? null : url,
  };
}
