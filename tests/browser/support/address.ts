import { randomInt } from "node:crypto";
import { request as ask, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Page } from "@playwright/test";
import { stack } from "./stack.ts";

/** An address of this machine, which the whole of 127.0.0.0/8 is, that no other test asks from. */
export function ownAddress(): string {
  return `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
}

/** From now on the page asks the API from this address; its requests and the answers stay as they are. */
export async function askFrom(page: Page, address: string): Promise<void> {
  await page.route(`${stack.url}/api/**`, async (route) => {
    const request = route.request();
    const answer = await send(address, request.method(), request.url(), await request.allHeaders(), request.postData());
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join("\n")]);
    await route.fulfill({
      status: answer.statusCode ?? 0,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: await buffer(answer),
    });
  });
}

/** Fails to sign in from this address. */
export async function failToSignIn(address: string, email: string): Promise<void> {
  const headers = { "content-type": "application/json", "x-requested-with": "backoffice" };
  const body = JSON.stringify({ email, password: "a wrong password" });
  const answer = await send(address, "POST", `${stack.url}/api/v1/session`, headers, body);
  answer.resume();
  if (answer.statusCode !== 401) throw new Error(`failing to sign in: ${answer.statusCode}`);
}

function send(
  localAddress: string,
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string | null,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // The gateway listens on one address of this machine only, whatever `localhost` stands for.
    const asked = ask(url, { method, headers, localAddress, family: 4 }, resolve);
    asked.on("error", reject).end(body);
  });
}
