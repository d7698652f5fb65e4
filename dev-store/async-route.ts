import type { NextFunction, Request, RequestHandler, Response } from "express";

/** Express 4 does not see rejections: this hands them to the error handler. */
export function asyncRoute(answer: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    answer(request, response).catch(next);
  };
}
