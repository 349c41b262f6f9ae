/** Names the Graph client's types take from the browser's library, given here from Node's own fetch. */
type RequestInfo = string | Request;
type HeadersInit = ConstructorParameters<typeof Headers>[0];
