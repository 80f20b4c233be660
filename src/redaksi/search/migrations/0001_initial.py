from django.db import migrations


def make_tables(apps, schema_editor):
    """An engine's tables can be made anew from the stories at any time, so it makes its own."""
    from redaksi.search import rebuilding, spelling
    from redaksi.search.choosing import engine

    engine().create()
    spelling.create()
    rebuilding.create()
    if there_are_stories(schema_editor.connection):
        rebuilding.reach(0)


def there_are_stories(connection):
    if "articles_article" not in connection.introspection.table_names():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM articles_article LIMIT 1")
        return cursor.fetchone() is not None


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
