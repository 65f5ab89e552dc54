/** The platform's domain behind the proxy of the browser tests. */
export const PROXIED_DOMAIN = "homeroom.example";
/** The one domain of a school's own that the proxy has a server for. */
export const OWN_DOMAIN = "aula.colegio.example";
