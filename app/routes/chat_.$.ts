import type { LoaderFunctionArgs } from "@remix-run/node";
import { refusePage } from "~/composition/pages.server";
import { notFound } from "~/lib/http-errors.server";

export const loader = ({ request }: LoaderFunctionArgs) => refusePage(request, notFound());

export const action = loader;
