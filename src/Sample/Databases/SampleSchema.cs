namespace TaskGen.Sample;

/// <summary>Contains the statements that create the tables of the sample.</summary>
internal static class SampleSchema
{
    /// <summary>Returns the statements that create missing tables.</summary>
    /// <param name="dialect">The dialect of the database.</param>
    /// <returns>The statements.</returns>
    public static string Create(SqlDialect dialect) => $"""
        create table if not exists datasets (
            id        {dialect.Identity},
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
        ) {dialect.KeyedTable};

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
            result_json {dialect.Json} not null,
            created_at  {dialect.Time} not null
        );

        -- One row a seeding that was done: users that were deleted do not come back with the next start.
        create table if not exists seedings (
            name       text primary key,
            created_at {dialect.Time} not null
        );

        create table if not exists users (
            id              integer primary key,
            name            text not null,
            email           text not null unique,
            email_confirmed boolean not null,
            on_hold         boolean not null,
            is_active       boolean not null,
            constraint active_users_have_confirmed check (email_confirmed or not is_active),
            constraint users_on_hold_stay_active check (is_active or not on_hold)
        );

        -- While a user is in it, the foreign key keeps the user from being deleted.
        create table if not exists legal_holds (
            user_id integer primary key references users (id),
            reason  text not null
        );

        create table if not exists user_batches (
            task_id        text primary key,
            parent_task_id text,
            operation      text not null,
            processed      integer not null,
            failed         integer not null,
            outcome        text not null,
            created_at     {dialect.Time} not null
        );

        create table if not exists user_operations (
            task_id     text primary key,
            operation   text not null,
            total_users integer not null,
            processed   integer not null,
            failed      integer not null,
            created_at  {dialect.Time} not null
        );

        create table if not exists email_logs (
            task_id   text not null,
            attempt   integer not null,
            recipient text not null,
            subject   text not null,
            status    text not null,
            error     text,
            sent_at   {dialect.Time} not null,
            primary key (task_id, attempt)
        );
        """;
}
