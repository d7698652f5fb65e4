import type { Response } from "express";

/** The page that Shopify puts in place of an app's answer. Clients have to live with HTML where they expect JSON. */
export function sendErrorPage(response: Response, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(status).set({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.send(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>There was an error in the third-party application</title></head><body><h1>There was an error in the third-party application</h1><p>${status === 504 ? "The application took too long to answer." : "Try again in a moment."}</p></body></html>`,
  );
}
