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
import { escapeHtml, htmlAttributes } from "./html";
import { parseUntil } from "./parse-until";

/** Where Shopify's forms are posted to, by the form's type. */
const FORM_ACTIONS: Record<string, string> = {
  product: "/cart/add",
  cart: "/cart",
  customer_login: "/account/login",
  guest_login: "/account/login",
  create_customer: "/account",
  recover_customer_password: "/account/recover",
  customer_address: "/account/addresses",
  localization: "/localization",
  currency: "/cart/update",
  contact: "/contact#contact_form",
  customer: "/contact#contact_form",
  storefront_password: "/password",
};

export class FormTag extends Tag {
  private readonly formType = this.tokenizer.readValueOrThrow();
  private readonly object: Parameters<typeof evalToken>[0] | undefined;
  private readonly attributes: Hash;
  private readonly templates: Template[];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    this.object = this.readObject();
    this.attributes = new Hash(this.tokenizer);
    this.templates = parseUntil(this, remaining, "endform");
  }

  /** `{% form 'product', product, class: 'x' %}`: a value without a name after the type is the form's object. */
  private readObject() {
    this.tokenizer.skipBlank();
    if (this.tokenizer.peek() === ",") this.tokenizer.advance();
    const start = this.tokenizer.p;
    const value = this.tokenizer.readValue();
    this.tokenizer.skipBlank();
    if (this.tokenizer.peek() !== ":") return value;
    this.tokenizer.p = start;
    return undefined;
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const type = (yield evalToken(this.formType, context)) as string;
    const object = (this.object && (yield evalToken(this.object, context))) as { id?: unknown } | undefined;
    const { return_to, ...attributes } = (yield this.attributes.render(context)) as Record<string, unknown>;
    const written = htmlAttributes({ action: FORM_ACTIONS[type] ?? "/", ...attributes });
    emitter.write(`<form method="post" accept-charset="UTF-8"${written}>`);
    emitter.write(`<input type="hidden" name="form_type" value="${escapeHtml(type)}">`);
    emitter.write('<input type="hidden" name="utf8" value="✓">');
    if (return_to) emitter.write(`<input type="hidden" name="return_to" value="${escapeHtml(return_to)}">`);
    const form = { id: attributes.id ?? object?.id ?? type, errors: null, "posted_successfully?": false };
    context.push({ form });
    yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
    context.pop();
    emitter.write("</form>");
  }
}
