"""Who gets into the newsroom, and how nobody else does."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.utils.http import urlsafe_base64_encode

from redaksi.newsroom.models import User
from redaksi.newsroom.signing_in import one_time_link, tokens
from tests.cast import Cast

LOGIN = "/redaksi/login/"
HOME = "/redaksi/"
PASSWORD = "dua belas huruf lebih"


@pytest.fixture
def ani(cast: Cast) -> User:
    """Ani, with a password."""
    cast.ani.set_password(PASSWORD)
    cast.ani.save()
    return cast.ani


def try_to_enter(client: Client, password: str, name: str = "ani", **more: Any) -> Any:
    return client.post(LOGIN, {"username": name, "password": password}, **more)


def test_the_right_password_opens(ani: User, client: Client) -> None:
    entered = try_to_enter(client, PASSWORD)

    assert (entered.status_code, entered.url) == (302, HOME)
    assert client.get(HOME).status_code == 200


def test_both_fields_of_the_form_have_labels(db: None, client: Client) -> None:
    page = client.get(LOGIN).content.decode()

    labels = re.findall(r'<label[^>]*for="(id_\w+)"[^>]*>\s*([^<]+?)\s*<', page)
    assert labels[:2] == [("id_username", "Nama pengguna"), ("id_password", "Kata sandi")]


def test_an_account_is_closed_after_five_wrong_passwords(ani: User, client: Client) -> None:
    answers = [
        try_to_enter(client, "salah", REMOTE_ADDR=f"198.51.100.{number}") for number in range(5)
    ]
    even_right = try_to_enter(client, PASSWORD, REMOTE_ADDR="198.51.100.9")

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert even_right.status_code == 429
    assert '<html lang="id"' in " ".join(even_right.content.decode().split())


def test_an_address_is_closed_after_five_wrong_names(ani: User, client: Client) -> None:
    for number in range(5):
        try_to_enter(client, "salah", name=f"orang{number}")

    assert try_to_enter(client, PASSWORD).status_code == 429
    assert try_to_enter(client, PASSWORD, REMOTE_ADDR="198.51.100.9").status_code == 302


def test_a_forged_header_opens_no_closed_address(ani: User, client: Client) -> None:
    for number in range(5):
        try_to_enter(client, "salah", name=f"x{number}", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    assert try_to_enter(client, PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.99").status_code == 429


def test_visitors_behind_a_trusted_proxy_are_told_apart(
    ani: User, client: Client, settings: Any
) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    for number in range(5):
        try_to_enter(client, "salah", name=f"x{number}", HTTP_X_FORWARDED_FOR="203.0.113.1")

    assert try_to_enter(client, PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.1").status_code == 429
    assert try_to_enter(client, PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.2").status_code == 302


def test_a_session_known_before_is_worth_nothing_after(ani: User, client: Client) -> None:
    planted = client.session
    planted["planted"] = True
    planted.save()

    try_to_enter(client, PASSWORD)

    assert client.session.session_key != planted.session_key
    assert not Session.objects.filter(session_key=planted.session_key).exists()


@pytest.mark.parametrize(
    "elsewhere",
    ["https://jahat.example/", "//jahat.example/", "/\\jahat.example", "javascript:alert(1)"],
)
def test_nobody_is_sent_elsewhere_after_signing_in(
    elsewhere: str, ani: User, client: Client
) -> None:
    data = {"username": "ani", "password": PASSWORD, "next": elsewhere}

    sent = client.post(LOGIN, data)
    signed_in_already = client.get(LOGIN, {"next": elsewhere})

    assert (sent.url, signed_in_already.url) == (HOME, HOME)


def test_the_cookies_are_out_of_reach(ani: User, client: Client) -> None:
    client.get(LOGIN)
    kept = try_to_enter(client, PASSWORD).cookies

    assert {name: (cookie["httponly"], cookie["samesite"]) for name, cookie in kept.items()} == {
        "sessionid": (True, "Lax"),
        "csrftoken": (True, "Lax"),
    }


def test_a_form_without_its_token_is_refused_in_the_papers_look(ani: User) -> None:
    refused = try_to_enter(Client(enforce_csrf_checks=True), PASSWORD)

    page = refused.content.decode()
    assert refused.status_code == 403
    assert "Harian Uji" in page
    assert 'href="/statis/design/paper.css"' in page


def test_the_host_header_is_never_reflected(ani: User, client: Client) -> None:
    forwarded = client.get(HOME, HTTP_X_FORWARDED_HOST="jahat.example")
    foreign = client.get("/", HTTP_HOST="jahat.example")

    assert forwarded.url == f"{LOGIN}?next={HOME}"
    assert foreign.status_code == 400
    assert "jahat" not in foreign.content.decode()


def test_a_forgotten_password_is_mended_at_the_papers_own_address(
    ani: User, client: Client
) -> None:
    client.post("/redaksi/password_reset/", {"email": ani.email}, HTTP_HOST="localhost")

    links = re.findall(r"https?://[^\s/]+", str(mail.outbox[0].body))
    assert links == ["http://127.0.0.1:8000"]


def test_a_link_opens_once(cast: Cast, client: Client) -> None:
    link = one_time_link(cast.ani)

    looked_at = [client.get(link).status_code for _ in range(2)]
    used = client.post(link)
    again = Client().post(link)

    assert looked_at == [200, 200]
    assert (used.status_code, used.url) == (302, "/redaksi/kata-sandi/")
    assert again.status_code == 410
    assert "sessionid" not in again.cookies


def test_an_old_link_opens_nothing(cast: Cast, client: Client, settings: Any) -> None:
    link = one_time_link(cast.ani)
    settings.PASSWORD_RESET_TIMEOUT = -1

    assert client.post(link).status_code == 410


def test_a_link_of_somebody_who_left_opens_nothing(cast: Cast, client: Client) -> None:
    link = one_time_link(cast.ani)
    cast.ani.is_active = False
    cast.ani.save()

    assert client.post(link).status_code == 410


def test_forged_links_open_nothing(cast: Cast, client: Client) -> None:
    token, budi = tokens.make_token(cast.ani), urlsafe_base64_encode(str(cast.budi.pk).encode())
    nobody, huge = (urlsafe_base64_encode(text.encode()) for text in ("0", "9" * 40))
    forged = [(budi, token), (nobody, token), (huge, token), ("@@@", token), (budi, "a-b")]

    answers = [client.post(f"/redaksi/masuk/{uid}/{word}/").status_code for uid, word in forged]

    assert answers == [410] * len(forged)


def test_a_link_signs_nobody_in_without_the_forms_token(cast: Cast) -> None:
    link = one_time_link(cast.ani)

    assert Client(enforce_csrf_checks=True).post(link).status_code == 403


@pytest.mark.parametrize(
    ("password", "accepted"),
    [("sebelas hur", False), ("123456789012", False), ("dua belas hu", True)],
)
def test_a_password_has_twelve_characters(
    password: str, accepted: bool, cast: Cast, client: Client
) -> None:
    client.post(one_time_link(cast.ani))

    client.post("/redaksi/kata-sandi/", {"new_password1": password, "new_password2": password})

    cast.ani.refresh_from_db()
    assert cast.ani.has_usable_password() == accepted
    assert cast.ani.password.startswith("argon2$") == accepted


def test_who_forgot_the_password_chooses_a_new_one_once(ani: User, client: Client) -> None:
    client.post(one_time_link(ani))
    chosen = {"new_password1": "kata sandi baru saya", "new_password2": "kata sandi baru saya"}

    first = client.post("/redaksi/kata-sandi/", chosen)
    second = client.get("/redaksi/kata-sandi/")

    assert (first.url, second.url) == (HOME, "/redaksi/account/")
    assert try_to_enter(Client(), "kata sandi baru saya").status_code == 302


def test_a_password_is_not_changed_without_the_old_one(ani: User, client: Client) -> None:
    try_to_enter(client, PASSWORD)

    assert client.get("/redaksi/kata-sandi/").url == "/redaksi/account/"
