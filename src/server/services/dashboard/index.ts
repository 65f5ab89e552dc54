export { getCoachHome } from "./get-coach-home";
export { getDashboard } from "./get-dashboard";
export { getTrends } from "./trends";
