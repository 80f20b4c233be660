"""Runs an nginx of our own over the tree of the page store, on one core."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.serving.cores import SERVER
from bench.serving.programs import ProgramMissing, running

BROTLI = "ngx_http_brotli_static_module.so"
PLACES = ("/usr/lib/nginx/modules", "/usr/share/nginx/modules", "/usr/lib64/nginx/modules")
PROBING = """
    location / { try_files $uri $uri/index.html @page; }
    location @page { rewrite ^(.+)/$ $1.html break; rewrite ^/$ /index.html break; }
"""
"""As most people write it: look whether the address is a file, then a folder, then a page."""

TUNED = """
    location = / { rewrite ^ /index.html break; }
    location / { rewrite ^(.+)/$ $1.html break; }
"""
"""The address is turned into the page's name at once."""

CONFIGURATION = """
load_module {module};
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log crit;
worker_rlimit_nofile 20000;
events {{ worker_connections 4096; multi_accept on; }}
http {{
  types {{ text/html html; }}
  charset utf-8;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 600;
  keepalive_requests 100000000;
  server_tokens off;
  gzip_static on;
  brotli_static on;
  gzip_vary on;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    {locations}
  }}
}}
"""


@contextmanager
def nginx(folder: Path, root: Path, port: int, locations: str) -> Iterator[None]:
    """Serve a tree for the block; raises ProgramMissing when nginx or its module is not there."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        raise ProgramMissing("nginx is not installed: apt install nginx")
    folder.mkdir(parents=True, exist_ok=True)
    # Started by root, it would give its work to a user who may not read our folder.
    user = "user root;" if _is_root() else ""
    text = CONFIGURATION.format(
        module=_module(), folder=folder, root=root, port=port, locations=locations
    )
    (folder / "nginx.conf").write_text(user + text, encoding="utf-8")
    command = [program, "-e", str(folder / "error.log"), "-p", str(folder)]
    with running([*command, "-c", str(folder / "nginx.conf")], port, core=SERVER):
        yield


def version() -> str:
    """Return the version of nginx that is installed, or a word that there is none."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        return "is not installed"
    told = subprocess.run([program, "-v"], capture_output=True, text=True, check=True).stderr
    return told.strip().rpartition("nginx/")[2]


def _is_root() -> bool:
    return Path("/proc/self").stat().st_uid == 0


def _module() -> Path:
    for place in PLACES:
        if (module := Path(place) / BROTLI).exists():
            return module
    raise ProgramMissing(f"{BROTLI} is not there: apt install libnginx-mod-http-brotli-static")
