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


def open_session(person, cookies=None):
    with requests.Session() as session:
        session.mount(URL, OwnAddress())
        answer = session.post(f"{URL}/session", json=person, cookies=cookies, headers=OURS)
    answer.raise_for_status()
    return answer


def sign_in():
    answer = open_session(CREDENTIALS, device)
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


# Roles that give nothing: whoever gets them has no more.
ROLES = [ask("POST", "/roles", json={"name": f"Contract {number}"})["id"] for number in range(20)]
GROUPS = [group["id"] for group in ask("GET", "/groups")["items"]]


def create(email):
    person = {"email": email, "password": str(uuid.uuid4())}
    names = {"firstName": "Somebody", "lastName": "Else"}
    return person, ask("POST", "/users", json={**person, **names, "groups": GROUPS[:1], "language": "en"})["id"]


# Somebody else, for what would end the session or the rights of whoever asks.
_, SOMEBODY = create("somebody.else@example.com")
# And somebody whose password is changed to what it is, again and again.
CHANGER, _ = create("changer@example.com")
CHANGING = open_session(CHANGER).cookies[COOKIE]
# Most texts would be too weak.
schemathesis.openapi.format("password", strategies.uuids().map(str))
# What a path names, and what the lists of a body may hold.
TARGETS = ["userId", "customerId", "groupId", "roleId"]
LISTS = {"groups": GROUPS, "roles": ROLES, "add": [SOMEBODY], "remove": []}
things = {}
known_person = itertools.cycle([True, False])
answers = collections.defaultdict(collections.Counter)
phases = collections.Counter()


def remember(answered):
    """Keeps everything with a version that an answer shows as it is now."""
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
    operation = case.operation.definition.raw["operationId"]
    if operation == "endSession" and case.meta.generation.mode.is_positive:
        # Another one of one's own: ending it disturbs nobody.
        parameters["userId"], parameters["sessionId"] = OWN_ID, sign_in()[0].split(".")[1]
        return
    if parameters.get("userId") == OWN_ID and case.method != "GET":
        parameters["userId"] = SOMEBODY
    if not case.meta.generation.mode.is_positive:
        return
    if operation == "signIn" and next(known_person):
        case.body = CREDENTIALS
    if operation == "changePassword" and COOKIE in case.cookies:
        case.cookies[COOKIE] = CHANGING
        case.body = {"currentPassword": CHANGER["password"], "newPassword": CHANGER["password"]}
    if operation == "restoreUser":
        deleted = (user["id"] for user in things.values() if user.get("status") == "deleted")
        parameters["userId"] = next(deleted, parameters["userId"])
    named = next((parameters[name] for name in TARGETS if name in parameters), None)
    target = things.get(OWN_ID if operation == "updateAccount" else named)
    if target and "If-Match" in case.headers:
        case.headers["If-Match"] = f'"{target["version"]}"'
    if isinstance(case.body, dict):
        for name, ids in LISTS.items():
            if name in case.body:
                case.body[name] = ids[: len(case.body[name])]


@schemathesis.hook
def after_call(context, case, response):
    answers[case.operation.label][response.status_code] += 1
    phases[case.meta.phase.name.value] += 1
    if response.headers.get("content-type") == ["application/json"]:
        remember(response.json())


@atexit.register
def count():
    with open("answers.json", "w", encoding="utf-8") as file:
        json.dump({"answers": answers, "stateful": phases["stateful"]}, file)
