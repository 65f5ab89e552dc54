export { createView, removeView, updateView } from "./change-views";
export { listViews } from "./list-views";
