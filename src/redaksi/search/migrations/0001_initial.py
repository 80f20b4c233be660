from django.db import migrations


def make_tables(apps, schema_editor):
    """An engine's tables can be made anew from the stories at any time, so it makes its own."""
    from redaksi.search import rebuilding, spelling
    from redaksi.search.choosing import engine

    engine().create()
    spelling.create()
    rebuilding.create()
    if "articles_article" in schema_editor.connection.introspection.table_names():
        rebuilding.reach(0)


def drop_tables(apps, schema_editor):
    from redaksi.search import rebuilding, spelling
    from redaksi.search.choosing import engine

    engine().drop()
    spelling.drop()
    rebuilding.drop()


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunPython(make_tables, drop_tables)]
