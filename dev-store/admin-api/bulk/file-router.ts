import { Router } from "express";
import type { BulkOperations } from "./bulk-operations";

/** The results, at URLs that cannot be guessed; whoever has one may read it, wholly or by `Range`. */
export function createBulkFileRouter(operations: BulkOperations): Router {
  const router = Router();
  router.get("/bulk-operation-outputs/:file", (request, response) => {
    const path = operations.findFile(request.params.file);
    if (!path) {
      response.status(403).type("application/xml").send("<Error><Code>AccessDenied</Code></Error>");
      return;
    }
    response.sendFile(path, { headers: { "content-type": "application/jsonl" }, cacheControl: false });
  });
  return router;
}
