import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPreflight, respondToPage } from "~/composition/visitors.server";
import { notFound } from "~/lib/http-errors.server";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  if (request.method === "OPTIONS") return answerPreflight(request);
  return respondToPage(request, async () => {
    throw notFound();
  });
};

export const action = loader;
