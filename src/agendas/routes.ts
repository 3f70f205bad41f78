import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const agendaRoutes = [
  route(":municipality/kalender", "routes/calendar.tsx"),
  route(":municipality/kalender.ics", "routes/calendar-file.ts", { id: "calendar-file" }),
  route(":municipality/udvalg/:committee/plan", "routes/plan.tsx"),
  route(":municipality/udvalg/:committee/plan.ics", "routes/calendar-file.ts", { id: "plan-file" }),
];
