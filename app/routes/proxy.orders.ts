import type { LoaderFunctionArgs } from "@remix-run/node";
import { listMyOrders } from "~/composition/storefront.server";
import { requireProxiedVisitor } from "~/composition/visitors.server";
import { requireMethod, respond } from "~/lib/respond.server";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  respond(async () => {
    requireMethod(request, "GET");
    const visitor = await requireProxiedVisitor(request, context.clientAddress);
    return Response.json({ orders: await listMyOrders(visitor) });
  });

export const action = loader;
