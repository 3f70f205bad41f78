import { Page } from "../../web/components/Page.tsx";

export default function Stub() {
  return (
    <Page title="Sagsgang">
      <h1>Sagsgang</h1>
    </Page>
  );
}
