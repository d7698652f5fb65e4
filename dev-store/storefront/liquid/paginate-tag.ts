import {
  type Context,
  type Emitter,
  evalToken,
  type Liquid,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";
import { describePages, isPagedList } from "./paged-list";
import { parseUntil } from "./parse-until";
import { registersOf } from "./registers";

const LARGEST_PAGE = 250;
const DEFAULT_PAGE = 50;

export class PaginateTag extends Tag {
  private readonly list = this.tokenizer.readValueOrThrow();
  private readonly pageSize = this.readPageSize();
  private readonly templates: Template[];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    this.templates = parseUntil(this, remaining, "endpaginate");
  }

  private readPageSize() {
    if (this.tokenizer.readIdentifier().content !== "by") throw new Error("{% paginate %} needs `by`.");
    return this.tokenizer.readValueOrThrow();
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const list = yield evalToken(this.list, context);
    const pageSize = Math.min(LARGEST_PAGE, Number(yield evalToken(this.pageSize, context)) || DEFAULT_PAGE);
    const { query, path } = registersOf(context);
    const total = isPagedList(list) ? list.total : Array.isArray(list) ? list.length : 0;
    const paginate = describePages(total, pageSize, Number(query.get("page")) || 1, (page) => {
      const target = new URLSearchParams(query);
      target.set("page", String(page));
      return `${path}?${target}`;
    });
    if (isPagedList(list)) list.moveTo(paginate.current_offset, pageSize);
    context.push({ paginate });
    yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
    context.pop();
  }
}
