namespace TaskGen.Sample;

/// <summary>The tables of the sample in PostgreSQL.</summary>
internal static class PostgresSchema
{
    /// <summary>Makes the tables that are not there. <c>json</c> and not <c>jsonb</c>: who comes second gets what the first stored, to the byte.</summary>
    public const string Create = """
        create table if not exists datasets (
            id        integer generated always as identity primary key,
            name      text not null unique,
            source    text not null,
            row_count integer not null
        );

        create table if not exists dataset_rows (
            dataset_id integer not null references datasets (id),
            row_number integer not null,
            delay      integer,
            distance   integer,
            departure  double precision,
            primary key (dataset_id, row_number)
        );

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
            result_json json not null,
            created_at  timestamp with time zone not null
        );
        """;
}
