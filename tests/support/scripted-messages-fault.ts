interface Block {
  type: string;
  text?: string;
  id?: string;
  name?: string;
  input?: unknown;
  tool_use_id?: string;
}

interface MessagesBody {
  messages?: { role: string; content: Block[] | string }[] | unknown;
  tools?: { name?: string; input_schema?: { type?: string } }[] | unknown;
}

const MAX_CACHE_MARKS = 4;

/** What Anthropic's Messages API would not take; null when it is well formed. */
export function findMessagesFault(body: object): string | null {
  const { messages = [], tools = [] } = body as {
    messages?: { role: string; content: Block[] | string }[];
    tools?: { name?: string; input_schema?: { type?: string } }[];
  } & MessagesBody;
  if (messages[0]?.role !== "user") return 'messages: first message must use the "user" role';
  if (messages.some(({ role }) => role !== "user" && role !== "assistant"))
    return "messages: unexpected role";
  if (tools.some(({ name, input_schema }) => !name || input_schema?.type !== "object"))
    return "tools.input_schema.type: Field required";
  const marks = JSON.stringify(body).match(/"cache_control":/g)?.length ?? 0;
  if (marks > MAX_CACHE_MARKS) return "A maximum of 4 blocks with cache_control may be provided";
  return findBlockFault(messages, tools.length > 0);
}

function findBlockFault(
  messages: { role: string; content: Block[] | string }[],
  hasTools: boolean,
): string | null {
  let open: string[] = [];
  for (const { role, content } of messages) {
    const blocks = typeof content === "string" ? [{ type: "text", text: content }] : content;
    if (blocks.length === 0) return "messages: content must not be empty";
    if (blocks.some(({ type, text }) => type === "text" && !text?.trim()))
      return "messages: text content blocks must contain non-whitespace text";
    const results = blocks.flatMap(({ type, tool_use_id }) =>
      type === "tool_result" ? [tool_use_id ?? ""] : [],
    );
    if (open.length > 0 && (role !== "user" || open.some((id) => !results.includes(id))))
      return "`tool_use` ids were found without `tool_result` blocks immediately after";
    if (results.some((id) => !open.includes(id)))
      return "unexpected `tool_use_id` found in `tool_result` blocks";
    const firstText = blocks.findIndex(({ type }) => type === "text");
    if (results.length > 0 && firstText >= 0 && firstText < results.length)
      return "tool_result blocks must come first";
    const uses = blocks.filter(({ type }) => type === "tool_use");
    if (uses.length > 0 && !hasTools) return "Requests which have `tool_use` blocks must define tools";
    if (uses.some(({ input }) => typeof input !== "object" || input === null))
      return "tool_use.input: not an object";
    open = uses.map(({ id }) => id ?? "");
  }
  return open.length > 0 ? "tool_use without tool_result" : null;
}
