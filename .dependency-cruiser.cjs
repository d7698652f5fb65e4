// Who may import whom: docs say why (README, "Finding your way"). `npm run check` and tests/architecture enforce it.

const TESTS = "\\.(test|contract|fixture)\\.tsx?$|/(fakes|test-support)/";
/** Everything of the app but `allowed`, a list of paths below app/. */
const appExcept = (...allowed) => ({ path: "^app/", pathNot: allowed.map((path) => `^app/${path}`) });
const from = (path) => ({ path, pathNot: TESTS });

const room = (name, allowed) => ({
  name: `${name}-imports-only-what-it-may`,
  severity: "error",
  from: from(`^app/${name}/`),
  to: appExcept(`${name}/`, ...allowed),
});

const COMPOSITION = "composition(/|\\.server)";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|\\./\\+types)" },
    },
    {
      name: "the-app-knows-no-dev-store",
      comment: "Production code has no branch for the simulated store.",
      severity: "error",
      from: from("^app/"),
      to: { path: "^(dev-store|tests|scripts|bench)/" },
    },
    room("routes", [COMPOSITION, "shopify\\.server", "ui/", "core/", "protocol/", "lib/"]),
    {
      name: "routes-take-only-types-from-core",
      comment: "A route calls one use case, which composition hands it.",
      severity: "error",
      from: from("^app/routes/"),
      to: { path: "^app/core/", dependencyTypesNot: ["type-only"] },
    },
    room("ui", ["core/", "lib/"]),
    {
      name: "ui-takes-only-types-from-core",
      severity: "error",
      from: from("^app/ui/"),
      to: { path: "^app/core/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-is-for-browsers",
      severity: "error",
      from: from("^app/(ui|widget)/"),
      to: { path: "\\.server\\." },
    },
    room("composition", [
      "adapters/",
      "core/",
      "protocol/",
      "lib/",
      "env\\.server",
      "db\\.server",
      "redis\\.server",
      "shopify\\.server",
    ]),
    room("adapters", ["core/", "protocol/", "lib/"]),
    {
      name: "adapters-know-no-sibling",
      severity: "error",
      from: from("^app/adapters/([^/]+)/"),
      to: { path: "^app/adapters/", pathNot: "^app/adapters/$1/" },
    },
    {
      name: "vendors-know-no-sibling",
      severity: "error",
      from: from("^app/adapters/(models|stores|channels)/([^/]+)/"),
      to: { path: "^app/adapters/$1/[^/]+/", pathNot: "^app/adapters/$1/$2/" },
    },
    room("core", ["lib/"]),
    {
      name: "core-is-pure",
      comment: "No fetch, no database, no framework: of all packages, zod alone.",
      severity: "error",
      from: from("^app/core/"),
      to: { pathNot: "^app/|(^|/)node_modules/zod/" },
    },
    {
      name: "conversation-imports-no-other-room",
      severity: "error",
      from: from("^app/core/conversation/"),
      to: { path: "^app/core/", pathNot: "^app/core/conversation/" },
    },
    {
      name: "store-knowledge-and-handoff-lie-below-tools",
      severity: "error",
      from: from("^app/core/(store|knowledge|handoff)/"),
      to: { path: "^app/core/(tools|assistant|channels|analytics)/" },
    },
    {
      name: "tools-lie-below-the-assistant",
      severity: "error",
      from: from("^app/core/tools/"),
      to: { path: "^app/core/(assistant|channels|analytics)/" },
    },
    room("widget", ["protocol/"]),
    {
      name: "widget-takes-only-types-from-protocol",
      comment: "Shoppers would download zod.",
      severity: "error",
      from: from("^app/widget/"),
      to: { path: "^app/protocol/", dependencyTypesNot: ["type-only"] },
    },
    // The events of a turn are written down once, where turns are; a flow's questions where settings are.
    room("protocol", ["core/conversation/", "core/settings/flow"]),
    room("lib", []),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|\\.data)/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
