/** The server's own word for who called; whatever a caller says under this name is thrown away. */
export const CLIENT_ADDRESS = "x-sagsgang-client";
