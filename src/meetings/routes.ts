import { relative } from "@react-router/dev/routes";

const { index, route } = relative(import.meta.dirname);
const meeting = ":municipality/udvalg/:committee/:day";

export const meetingRoutes = [
  index("routes/front.tsx"),
  route(":municipality", "routes/municipality.tsx"),
  route(":municipality/moeder", "routes/all-meetings.tsx"),
  route(meeting, "routes/meeting.tsx"),
  route(`${meeting}/:item`, "routes/item.tsx"),
  route(`${meeting}/:item/original`, "routes/wording.tsx"),
];
