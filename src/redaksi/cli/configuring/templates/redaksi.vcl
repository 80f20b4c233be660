# Varnish in front of a newspaper. Save as /etc/varnish/redaksi.vcl, and start varnishd with
#     -f /etc/varnish/redaksi.vcl -p http_gzip_support=off
# (off, so that readers get Brotli and Zstandard as the newspaper made them). In redaksi.toml:
#     cdn = "varnish://127.0.0.1:6081"
#     trusted_proxies = ["127.0.0.1"]
# Made by: redaksi config varnish DIR
vcl 4.1;

import std;

backend newspaper {
    .host = "<<host>>";
    .port = "<<port>>";
    .connect_timeout = <<connect_seconds>>s;
    .first_byte_timeout = <<answer_seconds>>s;
    .probe = {
        .request =
            "HEAD / HTTP/1.1"
            "Host: <<netloc>>"
            "Connection: close";
        .interval = 2s;
        .timeout = 5s;
        .window = 8;
        .threshold = 4;
        .initial = 8;
    }
}

# Who may purge: the machine of the newsroom's worker.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE" || req.method == "BAN") {
        if (client.ip !~ purgers) {
            return (synth(403, "Not from here"));
        }
        if (req.method == "PURGE") {
            return (purge);
        }
        # One tag, or several with commas between them.
        if (req.http.Cache-Tag !~ "^[A-Za-z0-9._~:,-]+$") {
            return (synth(400, "No tag"));
        }
        ban("obj.http.Cache-Tag ~ (^|,)(" + regsuball(req.http.Cache-Tag, ",", "|") + ")(,|$)");
        return (synth(200, "Banned"));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Somebody who is signed in sees more than readers.
    if (req.http.Cookie ~ "(^|;\s*)<<session>>=") {
        return (pass);
    }
    if (std.healthy(req.backend_hint)) {
        set req.grace = 5m;
    }
    # One form of what browsers say; whoever gives weights gets gzip or none.
    if (req.http.Accept-Encoding ~ "[;*]") {
        if (req.http.Accept-Encoding ~ "(?i)gzip" && req.http.Accept-Encoding !~ "(?i)gzip\s*;\s*q\s*=\s*0(\.0*)?\s*(,|$)") {
            set req.http.Accept-Encoding = "gzip";
        } else {
            unset req.http.Accept-Encoding;
        }
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|[ ,])br([ ,]|$)") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|[ ,])zstd([ ,]|$)") {
        set req.http.Accept-Encoding = "zstd";
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|[ ,])(x-)?gzip([ ,]|$)") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    return (hash);
}

sub vcl_hash {
    # A page is the same whatever query stands behind its address. What is not a page is never
    # kept, so that nothing else can be found under a page's address.
    hash_data(regsub(req.url, "\?.*$", ""));
    if (req.http.Host) {
        hash_data(std.tolower(req.http.Host));
    } else {
        hash_data(server.ip);
    }
    return (lookup);
}

sub vcl_backend_response {
    # Only what the newspaper pressed carries tags; the rest is the newsroom's own.
    if (!beresp.http.Cache-Tag || beresp.http.Set-Cookie || beresp.http.Cache-Control ~ "(?i)no-cache|no-store|private") {
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;
        return (deliver);
    }
    # When the newspaper is down, its pages are shown for a day.
    set beresp.grace = 24h;
    return (deliver);
}
