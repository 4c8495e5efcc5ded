/** Every table, for drizzle, which wants them in one module. */
export * from "./accounts";
export * from "./agents";
export * from "./audit-chain";
export * from "./collection";
export * from "./columns";
export * from "./editors";
export * from "./events";
export * from "./figures";
export * from "./imports";
export * from "./metrics";
export * from "./overrides";
export * from "./places";
export * from "./publications";
export * from "./sources";
export * from "./suggestions";
export * from "./tokens";
