/** One call of the Admin API: never its variables' values, which may be personal. */
export interface LoggedRequest {
  time: string;
  version: string;
  operation: string;
  variables: string[];
  hasAccessToken: boolean;
  status: number;
  milliseconds: number;
  errors: string[];
}

export interface RequestLog {
  add(request: LoggedRequest): void;
  clear(): void;
  readonly requests: readonly LoggedRequest[];
  /** Fields that were asked for and that the store does not know, with how often. */
  readonly missingFields: Map<string, number>;
}

const KEPT_REQUESTS = 1_000;

export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  const missingFields = new Map<string, number>();
  return {
    requests,
    missingFields,
    add(request) {
      requests.push(request);
      if (requests.length > KEPT_REQUESTS) requests.shift();
    },
    clear() {
      requests.length = 0;
      missingFields.clear();
    },
  };
}
