// Cart, product form and pictures of the theme. Every page works without it, with whole page loads.

document.documentElement.classList.add("js");
const drawer = document.getElementById("cart-drawer");
const announcer = document.getElementById("announcer");

async function refreshCart() {
  const response = await fetch("/cart?section_id=cart-drawer");
  drawer.innerHTML = await response.text();
  const count = Number(drawer.querySelector("[data-cart-drawer]").dataset.count);
  for (const bubble of document.querySelectorAll("[data-cart-count]")) {
    bubble.textContent = String(count);
    bubble.hidden = count === 0;
  }
  return count;
}

// Apps add to the cart on their own: whoever calls the Ajax Cart API, the bubble and the drawer follow
// as soon as the answer was read, which is when browsers report a request.
new PerformanceObserver((list) => {
  const changed = list.getEntries().some((entry) => /\/cart\/(add|change|update|clear)(\.js)?(\?|$)/.test(entry.name));
  if (changed) refreshCart();
}).observe({ type: "resource" });

document.addEventListener("click", async (event) => {
  const target = event.target.closest("[data-cart-open], [data-cart-close], [data-remove], [data-picture]");
  if (!target) return;
  if (target.matches("[data-cart-open]") && !event.metaKey && !event.ctrlKey) {
    event.preventDefault();
    drawer.showModal();
  }
  if (target.matches("[data-cart-close]")) drawer.close();
  if (target.matches("[data-picture]")) showPicture(target.dataset.picture);
  if (target.matches("[data-remove]")) {
    await fetch("/cart/change.js", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id: target.dataset.remove, quantity: 0 }),
    });
    if (document.body.classList.contains("template-cart")) location.reload();
    else await refreshCart();
  }
});
drawer.addEventListener("click", (event) => {
  if (event.target === drawer) drawer.close();
});

// A picture of another host may not load: the drawn card takes its place.
function replaceBroken(image) {
  const fallback = image.dataset.fallback;
  if (!fallback || image.getAttribute("src") === fallback) return;
  image.src = fallback;
}
document.addEventListener(
  "error",
  (event) => {
    if (event.target instanceof HTMLImageElement) replaceBroken(event.target);
  },
  true,
);
for (const image of document.querySelectorAll("img[data-fallback]")) {
  if (image.complete && image.naturalWidth === 0 && image.loading !== "lazy") replaceBroken(image);
}

function showPicture(url) {
  const image = document.querySelector(".product__main img");
  if (image && url) image.src = url;
}

const product = document.querySelector("[data-product]");
if (product) setUpProduct(product);

function setUpProduct(root) {
  const form = root.querySelector("[data-product-form]");
  const variants = JSON.parse(root.querySelector("[data-variants]").textContent);
  const error = root.querySelector("[data-form-error]");

  form.addEventListener("change", (event) => {
    if (event.target.name?.startsWith("option-")) showVariant(root, form, findVariant(form, variants));
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    error.textContent = "";
    const response = await fetch("/cart/add.js", { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const body = await response.json();
    if (!response.ok) {
      error.textContent = body.description || body.message;
      return;
    }
    await refreshCart();
    announcer.textContent = body.title;
    drawer.showModal();
  });
}

function findVariant(form, variants) {
  const chosen = [...form.querySelectorAll("[data-option]")].map((field) => field.querySelector(":checked")?.value);
  return variants.find((variant) => variant.options.every((value, index) => value === chosen[index])) ?? null;
}

const FEW_LEFT = 6;

function showVariant(root, form, variant) {
  const add = form.querySelector("[data-add]");
  const stock = form.querySelector("[data-stock]");
  add.disabled = !variant?.available;
  add.textContent = variant?.available ? add.dataset.label : add.dataset.soldOut;
  stock.textContent = stockText(variant, stock.dataset);
  if (!variant) return;
  form.elements.id.value = variant.id;
  const sku = root.querySelector("[data-sku]");
  if (sku) sku.textContent = variant.sku;
  root.querySelector("[data-price]").replaceChildren(priceElement(variant));
  showPicture(variant.picture);
  history.replaceState(null, "", `?variant=${variant.id}`);
}

function stockText(variant, texts) {
  if (!variant?.available) return texts.soldOut;
  const isFew = variant.left !== null && variant.left < FEW_LEFT;
  return isFew ? texts.few.replace("0", variant.left) : texts.inStock;
}

function priceElement(variant) {
  const price = document.createElement("p");
  price.className = "price";
  price.textContent = variant.price;
  if (variant.compareAt) {
    const before = document.createElement("s");
    before.textContent = variant.compareAt;
    price.append(" ", before);
  }
  return price;
}

document.querySelector("[data-listing-tools]")?.addEventListener("change", (event) => event.currentTarget.requestSubmit());
