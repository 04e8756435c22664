namespace TaskGen.Sample;

/// <summary>The tables of the sample in SQLite.</summary>
internal static class SqliteSchema
{
    /// <summary>Makes the tables that are not there. Write-ahead logging lets readers go on while somebody writes; there is still one writer at a time.</summary>
    public const string Create = """
        pragma journal_mode = wal;

        create table if not exists datasets (
            id        integer primary key,
            name      text not null unique,
            source    text not null,
            row_count integer not null
        );

        create table if not exists dataset_rows (
            dataset_id integer not null references datasets (id),
            row_number integer not null,
            delay      integer,
            distance   integer,
            departure  real,
            primary key (dataset_id, row_number)
        ) without rowid;

        create table if not exists dataset_checks (
            task_id    text primary key,
            dataset_id integer not null references datasets (id),
            sha256     text not null,
            row_count  integer not null
        );

        create table if not exists processing_results (
            task_id     text primary key,
            dataset_id  integer not null references datasets (id),
            processed   integer not null,
            invalid     integer not null,
            result_json text not null,
            created_at  text not null
        );
        """;
}
