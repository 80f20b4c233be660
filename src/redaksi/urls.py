"""Every address of the newspaper, first match wins."""

from django.conf import settings
from django.urls import include, path, register_converter
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.urls import reports
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from redaksi.articles import views as articles
from redaksi.articles.documents import in_a_sandbox
from redaksi.articles.shown_media import only_what_readers_see
from redaksi.fronts import views as fronts
from redaksi.newsroom import signing_in
from redaksi.newsroom.addresses import (
    ARCHIVE,
    KEEPER,
    LETTERS,
    OFFLINE,
    PEOPLE,
    POPULAR,
    RATING,
    SEARCH,
    SITEMAP,
    SPEAKERS,
    STATEMENTS,
    TAGS,
)
from redaksi.newsroom.discretion import discreet
from redaksi.newsroom.guarding import chiefs_only
from redaksi.pictures import views as pictures
from redaksi.readers import complaint_views as letters
from redaksi.readers import popular
from redaksi.readers import views as readers
from redaksi.statements import introducing, looking
from redaksi.statements import views as statements
from redaksi.syndication import feeds, notices, sayings, sharing, sitemaps
from redaksi.syndication.addresses import FeedConverter
from redaksi.website import archive, offline
from redaksi.website import views as website
from redaksi.website.paths import CursorConverter, NumberConverter, SlugConverter, TagConverter
from redaksi.website.searching import views as searching

decorate_urlpatterns(reports.urlpatterns, chiefs_only)
decorate_urlpatterns(
    [
        pattern
        for pattern in wagtailadmin_urls.urlpatterns
        if getattr(pattern, "name", "") == "wagtail_bulk_action"
    ],
    discreet,
)
decorate_urlpatterns(wagtaildocs_urls.urlpatterns, in_a_sandbox)
register_converter(SlugConverter, "word")
register_converter(TagConverter, "tag")
register_converter(FeedConverter, "feed")
register_converter(CursorConverter, "cursor")
register_converter(NumberConverter, "number")

newsroom = settings.CONFIG.newsroom_path
day = "<int:year>/<int:month>/<int:day>"

urlpatterns = [
    path(f"{newsroom}/masuk/<str:uid>/<str:token>/", signing_in.use_link, name="one_time_link"),
    path(f"{newsroom}/kata-sandi/", signing_in.ChoosePassword.as_view(), name="choose_password"),
    path(f"{newsroom}/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path(
        "media/renditions/<str:name>", only_what_readers_see(pictures.rendition), name="rendition"
    ),
    path(f"{PEOPLE}/<word:slug>/", website.person, name="person"),
    path(f"{PEOPLE}/<word:slug>/sebelum/<cursor:before>/", website.person, name="person_older"),
    path(f"{TAGS}/<tag:slug>/", website.tag, name="tag"),
    path(f"{TAGS}/<tag:slug>/sebelum/<cursor:before>/", website.tag, name="tag_older"),
    path(f"{ARCHIVE}/", archive.archive, name="archive"),
    path(f"{ARCHIVE}/<int:year>/", archive.year, name="archive_year"),
    path(f"{ARCHIVE}/<int:year>/<int:month>/", archive.month, name="archive_month"),
    path(f"{ARCHIVE}/{day}/", archive.day, name="archive_day"),
    path(f"{SEARCH}/", searching.search, name="search"),
    path(f"{LETTERS}/<number:pk>/", letters.complaint, name="complaint"),
    path(f"{LETTERS}/sahkan/<str:token>/", letters.confirm_complaint, name="confirm_complaint"),
    path(f"{POPULAR}/", popular.popular, name="popular"),
    path(f"{RATING}/<number:pk>/", readers.rating, name="rating"),
    path(f"{SPEAKERS}/", introducing.speakers, name="speakers"),
    path(f"{SEARCH}/{SPEAKERS}/", introducing.names, name="speaker_names"),
    path(f"{SPEAKERS}/<word:slug>/", statements.speaker, name="speaker"),
    path(f"{SPEAKERS}/<word:slug>/<int:year>/", statements.speaker, name="speaker_year"),
    path(f"{SPEAKERS}/<word:slug>/{SEARCH}/", looking.words, name="speaker_words"),
    *(
        path(f"{SPEAKERS}/<word:slug>/{rest}.{ending}", statements.record_file, {"ending": ending})
        for rest in ("pernyataan", "<int:year>/pernyataan")
        for ending in ("json", "csv")
    ),
    path(f"{SPEAKERS}/<word:slug>/<feed:file>", sayings.speaker, name="speaker_feed"),
    path(f"{STATEMENTS}/<number:pk>/", statements.statement, name="statement"),
    path("kartu/<number:pk>-<slug:digest>.png", sharing.card, name="share_card"),
    path("api/oembed/", sharing.oembed, name="oembed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path(f"{SITEMAP}/berita-<number:number>.xml", sitemaps.part, name="sitemap_part"),
    path(f"{SITEMAP}/tokoh-<number:number>.xml", sitemaps.speakers, name="sitemap_speakers"),
    path(f"{SITEMAP}/topik-<number:number>.xml", sitemaps.topics, name="sitemap_topics"),
    path(f"{SITEMAP}/halaman.xml", sitemaps.pages, name="sitemap_pages"),
    path(f"{SITEMAP}/berita-terbaru.xml", sitemaps.news, name="sitemap_news"),
    path("robots.txt", notices.robots, name="robots"),
    path("ads.txt", notices.ads, name="ads"),
    path(".well-known/security.txt", notices.security, name="security"),
    path(KEEPER.removeprefix("/"), offline.keeper, name="keeper"),
    path(f"{OFFLINE}/", offline.page, name="offline"),
    path("site.webmanifest", notices.manifest, name="manifest"),
    path("favicon.ico", notices.favicon, name="favicon"),
    path("<feed:file>", feeds.paper, name="paper_feed"),
    path(f"{PEOPLE}/<word:slug>/<feed:file>", feeds.person, name="person_feed"),
    path(f"{TAGS}/<tag:slug>/<feed:file>", feeds.tag, name="tag_feed"),
    path("<word:section>/<feed:file>", feeds.section, name="section_feed"),
    path("sebelum/<cursor:before>/", fronts.home, name="home_older"),
    path("<word:section>/", fronts.section, name="section"),
    path("<word:section>/sebelum/<cursor:before>/", fronts.section, name="section_older"),
    path(f"<word:section>/{day}/<word:slug>/", articles.article, name="article"),
    path("", include(wagtail_urls)),
]

handler400 = website.not_understood
handler403 = website.forbidden
handler404 = website.not_found
handler500 = website.broken
