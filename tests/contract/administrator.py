"""What no schema can say: who is signed in, and what there is to be changed.

Valid requests name groups that exist and the version that was seen last, or hardly any would change anything.
"""

import atexit
import collections
import itertools
import json
import os
import uuid

import requests
import schemathesis
from hypothesis import strategies

URL = os.environ["BACKOFFICE_URL"] + "/api/v1"
CREDENTIALS = {"email": os.environ["BACKOFFICE_ADMIN_EMAIL"], "password": os.environ["BACKOFFICE_ADMIN_PASSWORD"]}
COOKIE = "__Host-session"
DEVICE = "__Host-device"
OURS = {"X-Requested-With": "backoffice"}


class OwnAddress(requests.adapters.HTTPAdapter):
    """Asks from an address that the failed sign-ins of the run do not count for."""

    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, source_address=("127.0.0.2", 0), **kwargs)


# By its cookie, the browser is known again: failed sign-ins of the run to this account do not delay it.
device = {}


def sign_in():
    with requests.Session() as session:
        session.mount(URL, OwnAddress())
        answer = session.post(f"{URL}/session", json=CREDENTIALS, cookies=device, headers=OURS)
    answer.raise_for_status()
    device[DEVICE] = answer.cookies[DEVICE]
    return answer.cookies[COOKIE], answer.json()["user"]["id"]


def signs_out(case, context):
    """Signing out ends a session of its own; a session that has ended is followed by another."""
    return str(context.operation.definition.raw.get("operationId") == "signOut")


@schemathesis.auth(cache_by_key=signs_out).skip_for(operation_id="signIn")
class Administrator:
    def get(self, case, context):
        return sign_in()[0]

    def set(self, case, data, context):
        case.cookies[COOKIE] = data


SESSION, OWN_ID = sign_in()


def ask(method, path, **kwargs):
    answer = requests.request(method, URL + path, cookies={COOKIE: SESSION}, headers=OURS, **kwargs)
    answer.raise_for_status()
    return answer.json()


GROUPS = [group["id"] for group in ask("GET", "/groups")["items"]]
# Somebody else, for what would end the session or the rights of whoever asks.
SOMEBODY = ask(
    "POST",
    "/users",
    json={
        "email": "somebody.else@example.com",
        "password": str(uuid.uuid4()),
        "firstName": "Somebody",
        "lastName": "Else",
        "groups": GROUPS[:1],
        "language": "en",
    },
)["id"]
# Most texts would be too weak.
schemathesis.openapi.format("password", strategies.uuids().map(str))
things = {}
known_person = itertools.cycle([True, False])
answers = collections.defaultdict(collections.Counter)


def remember(answered):
    """Keeps each user and customer that an answer shows as they are now."""
    if isinstance(answered, list):
        for item in answered:
            remember(item)
    elif isinstance(answered, dict):
        if isinstance(answered.get("version"), int):
            things[answered["id"]] = answered
        for member in answered.values():
            remember(member)


@schemathesis.hook
def before_call(context, case, kwargs):
    parameters = case.path_parameters
    if parameters.get("userId") == OWN_ID and case.method != "GET":
        parameters["userId"] = SOMEBODY
    if not case.meta.generation.mode.is_positive:
        return
    operation = case.operation.definition.raw["operationId"]
    if operation == "signIn" and next(known_person):
        case.body = CREDENTIALS
    if operation == "restoreUser":
        deleted = (user["id"] for user in things.values() if user.get("status") == "deleted")
        parameters["userId"] = next(deleted, parameters["userId"])
    target = things.get(parameters.get("userId") or parameters.get("customerId"))
    if target and "If-Match" in case.headers:
        case.headers["If-Match"] = f'"{target["version"]}"'
    if isinstance(case.body, dict) and "groups" in case.body:
        case.body["groups"] = GROUPS[: len(case.body["groups"])]


@schemathesis.hook
def after_call(context, case, response):
    answers[case.operation.label][response.status_code] += 1
    if response.headers.get("content-type") == ["application/json"]:
        remember(response.json())


@atexit.register
def count():
    with open("answers.json", "w", encoding="utf-8") as file:
        json.dump(answers, file)
