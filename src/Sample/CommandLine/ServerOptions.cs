using System.CommandLine;
using System.CommandLine.Parsing;
using Npgsql;
using StackExchange.Redis;

namespace TaskGen.Sample;

/// <summary>The options that say where tasks and data are kept. Every command has them.</summary>
internal sealed class ServerOptions
{
    private const string RedisExample = "localhost:6379";
    private const string PostgresExample = "\"Host=localhost;Database=sample;Username=sample\"";

    public ServerOptions()
    {
        Redis.Validators.Add(static option => Check(option, $"a StackExchange.Redis configuration, such as {RedisExample}", static text =>
            ConfigurationOptions.Parse(text).EndPoints.Count > 0));
        Postgres.Validators.Add(
            static option => Check(option, $"an Npgsql connection string that names a host, such as {PostgresExample}", static text =>
                !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(text).Host)));
        Sqlite.Validators.Add(static option => Check(option, "the path of a file", static _ => true));
        Sqlite.Validators.Add(option =>
        {
            if (option.GetResult(Postgres) is not null)
            {
                option.AddError("--sqlite and --postgres are two places for the same data: give one of them.");
            }
        });
    }

    public Option<string> Redis { get; } = new("--redis")
    {
        HelpName = "configuration",
        Description = $"Keep tasks in Redis: a StackExchange.Redis configuration, such as {RedisExample}.",
        Recursive = true,
    };

    public Option<string> Postgres { get; } = new("--postgres")
    {
        HelpName = "connection string",
        Description = $"Keep data in PostgreSQL: an Npgsql connection string, such as {PostgresExample}.",
        Recursive = true,
    };

    public Option<string> Sqlite { get; } = new("--sqlite")
    {
        HelpName = "file",
        Description = "Keep data in this SQLite file, which is made where it is missing.",
        Recursive = true,
    };

    /// <summary>For a command whose process is one of several: it needs what the others can reach too.</summary>
    /// <param name="command">The command.</param>
    /// <param name="words">How it is called on the command line.</param>
    public void RequireShared(Command command, string words) => command.Validators.Add(result =>
    {
        if (result.GetResult(Redis) is null)
        {
            result.AddError(
                $"'{words}' is a process of its own and meets the others in Redis: give --redis <configuration>, such as {RedisExample}.");
        }

        if (result.GetResult(Postgres) is null && result.GetResult(Sqlite) is null)
        {
            result.AddError(
                $"'{words}' is a process of its own and shares its data with the others: "
                + $"give --postgres <connection string>, such as {PostgresExample}, "
                + "or --sqlite <file> where all of them run on one machine.");
        }
    });

    public Servers Read(ParseResult parsed) => new(parsed.GetValue(Redis), parsed.GetValue(Postgres), parsed.GetValue(Sqlite));

    // What was given may hold a password, and so may what a parser says about it: neither is repeated.
    private static void Check(OptionResult option, string expected, Predicate<string> isValid)
    {
        try
        {
            if (option.Tokens.Count == 1 && !string.IsNullOrWhiteSpace(option.Tokens[0].Value) && isValid(option.Tokens[0].Value))
            {
                return;
            }
        }
        catch (ArgumentException)
        {
            // Said below.
        }

        option.AddError($"{option.Option.Name} is not {expected}.");
    }
}
