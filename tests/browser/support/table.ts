import { stack } from "./stack.ts";

/** DynamoDB Local checks that a signature is there, not that it is right. */
const AUTHORIZATION =
  "AWS4-HMAC-SHA256 Credential=local/20200101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local";

/** Sets the failures that sign-ins from an address are counted with, the last of them now. */
export async function setFailures(address: string, count: number): Promise<void> {
  const now = Date.now();
  const Item = {
    pk: { S: `THROTTLE#${address}` },
    sk: { S: "SIGN-IN" },
    count: { N: `${count}` },
    since: { N: `${now}` },
    last: { N: `${now}` },
    expiresAt: { N: `${Math.floor(now / 1000) + 3600}` },
  };
  await put(Item);
}

/** Sets how many customers the check counted last. */
export async function setCustomersCounted(customers: number): Promise<void> {
  await put({
    pk: { S: "CHECK" },
    sk: { S: "COUNTS" },
    customers: { N: `${customers}` },
    countedAt: { S: "2026-01-31T12:00:00Z" },
  });
}

async function put(Item: Record<string, { S: string } | { N: string }>): Promise<void> {
  const response = await fetch(stack.database, {
    method: "POST",
    headers: {
      authorization: AUTHORIZATION,
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "DynamoDB_20120810.PutItem",
    },
    body: JSON.stringify({ TableName: stack.table, Item }),
  });
  if (!response.ok) throw new Error(`PutItem: ${response.status} ${await response.text()}`);
}
