import { adminDesk } from "./admin-desk.server";

export async function listDataRequests(shop: string) {
  const requests = await adminDesk().personalData.listDataRequests(shop);
  return requests.map((request) => ({
    ...request,
    requestedAt: request.requestedAt.toISOString(),
    exportedAt: request.exportedAt?.toISOString() ?? null,
  }));
}

export async function exportForRequest(shop: string, requestId: string) {
  const { personalData } = adminDesk();
  const request = (await personalData.listDataRequests(shop)).find(({ id }) => id === requestId);
  if (!request) return null;
  const data = await personalData.exportCustomer(shop, request.customerId);
  await personalData.markExported(shop, request.id, new Date());
  return data;
}
