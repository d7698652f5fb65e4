import {
  type Context,
  type Emitter,
  evalToken,
  Hash,
  type Liquid,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";
import { escapeHtml } from "./filters";
import { describePages, isPagedList } from "./paged-list";
import { registersOf } from "./registers";

type Rendering = Generator<unknown, void, unknown>;
type RenderSection = (name: string, context: Context) => string;

/** Shopify's tags that liquidjs does not bring. Sections are rendered by whoever owns the theme. */
export function registerTags(engine: Liquid, render: { section: RenderSection; group: RenderSection }): void {
  engine.registerTag("section", namedTag(render.section));
  engine.registerTag("sections", namedTag(render.group));
  engine.registerTag("form", FormTag);
  engine.registerTag("paginate", PaginateTag);
  engine.registerTag("style", wrappingTag("endstyle", "<style data-shopify>", "</style>"));
  engine.registerTag("stylesheet", wrappingTag("endstylesheet", "<style>", "</style>"));
  engine.registerTag("javascript", wrappingTag("endjavascript", "<script>", "</script>"));
  engine.registerTag("schema", wrappingTag("endschema", null, null));
  engine.registerTag("doc", wrappingTag("enddoc", null, null));
}

function namedTag(render: RenderSection) {
  return class NamedTag extends Tag {
    private readonly target = this.tokenizer.readValueOrThrow();
    *render(context: Context, emitter: Emitter): Rendering {
      const name = (yield evalToken(this.target, context)) as string;
      emitter.write(render(name, context));
    }
  };
}

/** A tag whose content is put between two strings, or dropped when they are null. */
function wrappingTag(end: string, before: string | null, after: string | null) {
  return class WrappingTag extends Tag {
    private readonly templates: Template[];
    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      this.templates = before === null ? dropUntil(remaining, end) : parseUntil(this, remaining, end);
    }
    *render(context: Context, emitter: Emitter): Rendering {
      if (before === null) return;
      emitter.write(before);
      yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
      emitter.write(after);
    }
  };
}

function dropUntil(remaining: TopLevelToken[], end: string): Template[] {
  for (let token = remaining.shift(); token; token = remaining.shift()) {
    if ((token as TagToken).name === end) return [];
  }
  throw new Error(`{% ${end} %} is missing.`);
}

function parseUntil(tag: Tag, remaining: TopLevelToken[], end: string): Template[] {
  const templates: Template[] = [];
  while (remaining.length > 0) {
    const token = remaining.shift() as TopLevelToken;
    if ((token as TagToken).name === end) return templates;
    templates.push(tag.liquid.parser.parseToken(token, remaining));
  }
  throw new Error(`{% ${end} %} is missing.`);
}

/** Where Shopify's forms are posted to, by the form's type. */
const FORM_ACTIONS: Record<string, string> = {
  product: "/cart/add",
  cart: "/cart",
  customer_login: "/account/login",
  localization: "/localization",
  contact: "/contact#contact_form",
  storefront_password: "/password",
};

class FormTag extends Tag {
  private readonly formType = this.tokenizer.readValueOrThrow();
  private readonly attributes: Hash;
  private readonly templates: Template[];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    this.skipObject();
    this.attributes = new Hash(this.tokenizer);
    this.templates = parseUntil(this, remaining, "endform");
  }

  /** `{% form 'product', product, class: 'x' %}`: a value without a name after the type is the form's object. */
  private skipObject(): void {
    this.tokenizer.skipBlank();
    if (this.tokenizer.peek() === ",") this.tokenizer.advance();
    const start = this.tokenizer.p;
    this.tokenizer.readValue();
    this.tokenizer.skipBlank();
    if (this.tokenizer.peek() === ":") this.tokenizer.p = start;
  }

  *render(context: Context, emitter: Emitter): Rendering {
    const type = (yield evalToken(this.formType, context)) as string;
    const { return_to, ...attributes } = (yield this.attributes.render(context)) as Record<string, unknown>;
    const written = Object.entries({ action: FORM_ACTIONS[type] ?? "/", ...attributes })
      .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
      .join("");
    emitter.write(`<form method="post" accept-charset="UTF-8"${written}>`);
    emitter.write(`<input type="hidden" name="form_type" value="${escapeHtml(type)}">`);
    if (return_to) emitter.write(`<input type="hidden" name="return_to" value="${escapeHtml(return_to)}">`);
    context.push({ form: { errors: null, "posted_successfully?": false } });
    yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
    context.pop();
    emitter.write("</form>");
  }
}

class PaginateTag extends Tag {
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

  *render(context: Context, emitter: Emitter): Rendering {
    const list = yield evalToken(this.list, context);
    const pageSize = Math.min(250, Number(yield evalToken(this.pageSize, context)) || 50);
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
