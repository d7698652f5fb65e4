import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireProxiedVisitor } from "~/composition/visitors.server";
import { notFound } from "~/lib/http-errors.server";
import { respond } from "~/lib/respond.server";

/** What the App Proxy asks for and there is not. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  respond(async () => {
    await requireProxiedVisitor(request, context.clientAddress);
    throw notFound();
  });

export const action = loader;
