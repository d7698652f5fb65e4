import type { Prisma, PrismaClient } from "@prisma/client";
import type { PersonalDataRepository } from "~/core/conversation/personal-data";

const MAX_LISTED_REQUESTS = 100;

/** What is kept of persons, in PostgreSQL. Cascades take messages, turns, feedback and handoffs with a conversation. */
export function createPersonalDataRepository(prisma: PrismaClient): PersonalDataRepository {
  return {
    async exportCustomer(shop, customerId) {
      const conversations = await prisma.conversation.findMany({
        where: { shop, customerId },
        orderBy: { createdAt: "asc" },
        include: {
          messages: { orderBy: { createdAt: "asc" } },
          handoffs: { orderBy: { createdAt: "asc" } },
          turns: { include: { feedback: true }, orderBy: { startedAt: "asc" } },
        },
      });
      return {
        customerId,
        conversations: conversations.map((conversation) => ({
          id: conversation.id,
          startedAt: conversation.createdAt.toISOString(),
          messages: conversation.messages.map(({ role, text, createdAt }) => ({
            role,
            text,
            at: createdAt.toISOString(),
          })),
          handoffs: conversation.handoffs.map(({ reason, email, note, createdAt }) => ({
            reason,
            email,
            note,
            at: createdAt.toISOString(),
          })),
          feedback: conversation.turns.flatMap(({ feedback }) =>
            feedback
              ? [{ rating: feedback.rating, comment: feedback.comment, at: feedback.createdAt.toISOString() }]
              : [],
          ),
        })),
      };
    },

    async eraseCustomer(shop, { customerId, email }) {
      const traces: Prisma.ConversationWhereInput[] = [];
      if (customerId) traces.push({ customerId });
      if (email) traces.push(...emailTraces(email));
      if (traces.length === 0) return 0;

      const [{ count }] = await prisma.$transaction([
        prisma.conversation.deleteMany({ where: { shop, OR: traces } }),
        prisma.dataRequest.deleteMany({ where: { shop, customerId: customerId ?? "" } }),
      ]);
      return count;
    },

    async eraseShoppers(shop) {
      await prisma.$transaction([
        prisma.conversation.deleteMany({ where: { shop } }),
        prisma.dataRequest.deleteMany({ where: { shop } }),
      ]);
    },

    async addDataRequest(shop, request) {
      await prisma.dataRequest.create({ data: { shop, ...request } });
    },

    listDataRequests: (shop) =>
      prisma.dataRequest.findMany({
        where: { shop },
        orderBy: { requestedAt: "desc" },
        take: MAX_LISTED_REQUESTS,
        select: { id: true, customerId: true, requestedAt: true, exportedAt: true },
      }),

    async markExported(shop, id, at) {
      await prisma.dataRequest.updateMany({ where: { shop, id }, data: { exportedAt: at } });
    },
  };
}

/** Left with a request for a person, or written in a message by a visitor who was never signed in. */
function emailTraces(email: string): Prisma.ConversationWhereInput[] {
  return [
    { handoffs: { some: { email: { equals: email, mode: "insensitive" } } } },
    { customerId: null, messages: { some: { text: { contains: email, mode: "insensitive" } } } },
  ];
}
