"""Django's settings, derived from the newspaper's own ``redaksi.toml`` and nothing else."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

# Debian's own SQLite can corrupt a database that two processes write to (fixed in 3.51.3);
# the package carries a fixed one and has to be in place before Django imports sqlite3.
sys.modules["sqlite3"] = importlib.import_module("pysqlite3")
sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")

from redaksi.instance.addresses import read_mail_address  # noqa: E402
from redaksi.instance.layout import Instance  # noqa: E402

INSTANCE = Instance.open(Path(os.environ["REDAKSI_DIR"]), environ=os.environ)
CONFIG = INSTANCE.config
ROOM = Path(__file__).parent

SECRET_KEY = INSTANCE.secret_key
DEBUG = False
BEHIND_TLS = CONFIG.is_behind_tls
ALLOWED_HOSTS = [CONFIG.public_host, "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [CONFIG.base_url]

INSTALLED_APPS = [
    "redaksi.press",
    "redaksi.website",
    "redaksi.syndication",
    "redaksi.fronts",
    "redaksi.readers",
    "redaksi.statements",
    "redaksi.articles",
    "redaksi.newsroom",
    "redaksi.pictures",
    "redaksi.search",
    "redaksi.design",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "redaksi.newsroom.accounts.apps.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.locales",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    # For its words alone, in which Wagtail says how long ago something was.
    "django.contrib.humanize",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "redaksi.newsroom.policy.PolicyMiddleware",
    "redaksi.newsroom.unavailable.UnavailableMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "redaksi.newsroom.speaking.SpeakingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "redaksi.urls"
WSGI_APPLICATION = "redaksi.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [INSTANCE.templates],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "redaksi.newsroom.context.paper",
            ]
        },
    }
]


def database() -> dict[str, object]:
    """Return Django's description of the newspaper's database."""
    address = INSTANCE.database
    if address.engine == "postgresql":
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": address.name,
            "HOST": address.host,
            "PORT": address.port or "",
            "USER": address.user,
            "PASSWORD": address.password,
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": INSTANCE.database_path,
        "OPTIONS": {
            "timeout": 20,
            # Read-then-write in a deferred transaction fails at once instead of waiting.
            "transaction_mode": "IMMEDIATE",
            # FULL, because NORMAL loses acknowledged stories in a power cut.
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
            "PRAGMA cache_size=-65536;PRAGMA temp_store=MEMORY;",
        },
    }


DATABASES = {"default": database()}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # A memory of its own in each process would go on showing files that another has replaced.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
# What ``redaksi manage DIR dumpdata`` and ``loaddata`` write and read.
SERIALIZATION_MODULES = {"json": "redaksi.newsroom.dumping"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "newsroom.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "redaksi.articles.permissions.DeskBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "wagtailadmin_login"
PASSWORD_RESET_TIMEOUT = 24 * 3600

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "redaksi.newsroom.signing_in.locked_out"
AXES_CLIENT_IP_CALLABLE = "redaksi.newsroom.signing_in.address_of"
AXES_HTTP_RESPONSE_CODE = 429
TRUSTED_PROXIES = CONFIG.trusted_proxies

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31536000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = BEHIND_TLS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
# TLS ends at the proxy, which redirects; without TLS (a first look on this machine) cookies
# marked Secure would make signing in impossible. The rest of the deployment checks stays on.
SILENCED_SYSTEM_CHECKS = ["security.W008"]
if not BEHIND_TLS:
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W012", "security.W016"]
if BEHIND_TLS and CONFIG.trusted_proxies:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

READERS_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
NEWSROOM_POLICY = {
    **READERS_POLICY,
    # Styles that Wagtail's scripts make while they run; see newsroom/static/newsroom/nonce.js.
    "style-src": [SELF, NONCE],
    # Signs in Wagtail's own style sheets, and pictures shown before they are uploaded.
    "img-src": [SELF, "data:", "blob:"],
    # The preview beside the editor.
    "frame-src": [SELF],
}
# A reader's page, shown in a frame beside the text it is made of.
PREVIEW_POLICY = {**READERS_POLICY, "frame-ancestors": [SELF]}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": READERS_POLICY}

LANGUAGE_CODE = CONFIG.language
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("id", "Bahasa Indonesia"),
    ("en", "English"),
]
LOCALE_PATHS = [ROOM / "locale"]
USE_I18N = WAGTAIL_I18N_ENABLED = True
TIME_ZONE = CONFIG.timezone
USE_TZ = True

STATIC_URL = "/statis/"
STATICFILES_DIRS = [INSTANCE.static]
MEDIA_URL = "/media/"
MEDIA_ROOT = INSTANCE.media
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
UPLOAD_LIMIT = CONFIG.upload_limit_mb * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_PERMISSIONS = 0o640

WAGTAIL_SITE_NAME = CONFIG.name
WAGTAILADMIN_BASE_URL = CONFIG.base_url
WAGTAIL_AUTOSAVE_INTERVAL = 3000
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_USER_TIME_ZONES = [CONFIG.timezone]
WAGTAILADMIN_LOGIN_URL = None
WAGTAILUSERS_PASSWORD_REQUIRED = False
WAGTAILADMIN_USER_LOGIN_FORM = "redaksi.newsroom.login_form.SignInForm"
WAGTAILIMAGES_IMAGE_MODEL = "pictures.Picture"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "redaksi.articles.desk.picture_form.PictureOfStoriesForm"
WAGTAILIMAGES_FORMAT_CONVERSIONS: dict[str, str] = {}
WAGTAILIMAGES_JPEG_QUALITY = WAGTAILIMAGES_WEBP_QUALITY = 80
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILIMAGES_MAX_UPLOAD_SIZE = UPLOAD_LIMIT
WAGTAILIMAGES_MAX_IMAGE_PIXELS = CONFIG.image_max_megapixels * 1_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "txt", "xlsx", "zip"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "redaksi.articles.desk.document_form.DocumentOfStoriesForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "redaksi.pictures.search_backend"}}
# The engine that keeps the index of stories; empty is the one of the database.
SEARCH_ENGINE = ""
TAGGIT_CASE_INSENSITIVE = True
# Slugs of tags are parts of addresses.
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

MAIL = read_mail_address(CONFIG.email_url)
if MAIL.scheme == "console":
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
else:
    EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.scheme == "smtp+tls", MAIL.scheme == "smtps"
DEFAULT_FROM_EMAIL = CONFIG.contact_email or f"redaksi@{CONFIG.public_host}"
EMAIL_SUBJECT_PREFIX = f"[{CONFIG.name}] "

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"brief": {"()": "redaksi.newsroom.logs.Brief"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["brief"],
        }
    },
    "root": {"handlers": ["console"], "level": CONFIG.log_level.upper()},
    # What these tell of every save and task is in the history and the task table already.
    "loggers": {
        name: {"level": "WARNING"}
        for name in ("axes", "wagtail", "django_tasks", "django_tasks_db", "PIL")
    }
    # Whoever asks for another host gets 400; a line for each would fill the disk.
    | {"django.security.DisallowedHost": {"level": "CRITICAL"}},
}
