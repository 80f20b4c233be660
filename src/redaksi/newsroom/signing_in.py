"""Ways into the newsroom besides name and password: the one-time link; and who is locked out."""

from __future__ import annotations

from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from redaksi.newsroom.models import User

#: Marks the session of somebody who may choose a password without knowing the old one.
CAME_BY_LINK = "came_by_link"
FALLBACK_BACKEND = "django.contrib.auth.backends.ModelBackend"


class OneTimeToken(PasswordResetTokenGenerator):
    """A token that dies after its first use, because signing in changes ``last_login``."""

    key_salt = "redaksi.newsroom.signing_in.OneTimeToken"


tokens = OneTimeToken()


def one_time_link(user: User) -> str:
    """Return the path that signs the user in once; it is good for 24 hours."""
    uid = urlsafe_base64_encode(str(user.pk).encode())
    return reverse("one_time_link", args=[uid, tokens.make_token(user)])


@never_cache
def use_link(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """Show a button on GET and sign in on POST, so that a link preview does not use it up."""
    user = _user_of(uid)
    if user is None or not user.is_active or not tokens.check_token(user, token):
        return render(request, "newsroom/link_used.html", status=410)
    if request.method != "POST":
        return render(request, "newsroom/use_link.html", {"person": user})
    login(request, user, backend=FALLBACK_BACKEND)
    request.session[CAME_BY_LINK] = True
    return redirect("choose_password")


class ChoosePassword(LoginRequiredMixin, FormView):  # type: ignore[type-arg]
    """Lets somebody who came through a one-time link choose a password, the first or a new one."""

    template_name = "newsroom/choose_password.html"
    form_class = SetPasswordForm
    success_url = reverse_lazy("wagtailadmin_home")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Send away who came by a password: changing it asks for the old one."""
        if request.user.is_authenticated and not request.session.get(CAME_BY_LINK):
            return redirect("wagtailadmin_account")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the signed-in user."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Keep the password and stay signed in."""
        assert isinstance(form, SetPasswordForm)
        user = form.save()
        login(self.request, user, backend=FALLBACK_BACKEND)
        self.request.session.pop(CAME_BY_LINK, None)
        messages.success(self.request, _("Your password is set. Welcome to the newsroom."))
        return super().form_valid(form)


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Answer a sign-in after too many wrong passwords."""
    return render(request, "newsroom/locked_out.html", status=429)


def address_of(request: HttpRequest) -> str:
    """Return the visitor's address, believing ``X-Forwarded-For`` only from trusted proxies."""
    address: str = request.META.get("REMOTE_ADDR") or "127.0.0.1"
    hops = request.headers.get("x-forwarded-for", "").split(",")
    for hop in reversed([hop.strip() for hop in hops if hop.strip()]):
        if not _is_trusted(address):
            break
        address = hop
    return address if _is_address(address) else "127.0.0.1"


def _is_trusted(address: str) -> bool:
    networks = [ip_network(proxy, strict=False) for proxy in settings.TRUSTED_PROXIES]
    return _is_address(address) and any(ip_address(address) in network for network in networks)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _user_of(uid: str) -> User | None:
    try:
        pk = int(urlsafe_base64_decode(uid).decode("ascii"))
    except ValueError:
        return None
    return User.objects.filter(pk=pk).first()
