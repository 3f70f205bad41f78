import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const agendaRoutes = [
  route(":municipality/kalender", "routes/calendar.tsx"),
  route(":municipality/kalender.ics", "routes/calendar-file.ts", { id: "calendar-file" }),
  route(":municipality/udvalg/:committee/plan", "routes/plan.tsx"),
  route(":municipality/udvalg/:committee/plan.ics", "routes/calendar-file.ts", { id: "plan-file" }),
  route(":municipality/arbejde/moeder", "routes/agendas.tsx"),
  route(":municipality/arbejde/moeder/:meeting", "routes/agenda.tsx"),
  route(":municipality/arbejde/moeder/:meeting/punkt/:item", "routes/agenda-item.tsx", { id: "agenda-item" }),
  route(":municipality/arbejde/moeder/:meeting/nyt-punkt", "routes/agenda-item.tsx", { id: "new-agenda-item" }),
  route(":municipality/arbejde/moeder/:meeting/udsend", "dispatch/routes/dispatch.tsx"),
  route(":municipality/arbejde/moeder/:meeting/tillaeg", "dispatch/routes/addendum.tsx"),
  route(":municipality/arbejde/udvalg/:committee/faste-punkter", "routes/standing-items.tsx"),
];
