using System.CommandLine;
using System.CommandLine.Parsing;
using Npgsql;
using StackExchange.Redis;

namespace TaskGen.Sample;

/// <summary>Contains the command-line options for the servers that store tasks and data. All commands have these options.</summary>
internal sealed class ServerOptions
{
    private const string RedisExample = "localhost:6379";
    private const string PostgresExample = "\"Host=localhost;Database=sample;Username=sample\"";

    public ServerOptions()
    {
        Redis.Validators.Add(static option => Check(option, $"a StackExchange.Redis configuration, such as {RedisExample}", static text =>
            ConfigurationOptions.Parse(text).EndPoints.Count > 0));
        Postgres.Validators.Add(
            static option => Check(option, $"an Npgsql connection string that specifies a host, such as {PostgresExample}", static text =>
                !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(text).Host)));
        Sqlite.Validators.Add(static option => Check(option, "the path of a file", static _ => true));
        Sqlite.Validators.Add(option =>
        {
            if (option.GetResult(Postgres) is not null)
            {
                option.AddError("--sqlite and --postgres both specify where data is stored. Specify only one of them.");
            }
        });
    }

    public Option<string> Redis { get; } = new("--redis")
    {
        HelpName = "configuration",
        Description = $"Stores tasks in Redis: a StackExchange.Redis configuration, such as {RedisExample}.",
        Recursive = true,
    };

    public Option<string> Postgres { get; } = new("--postgres")
    {
        HelpName = "connection string",
        Description = $"Stores data in PostgreSQL: an Npgsql connection string, such as {PostgresExample}.",
        Recursive = true,
    };

    public Option<string> Sqlite { get; } = new("--sqlite")
    {
        HelpName = "file",
        Description = "Stores data in this SQLite file, which is created if it does not exist.",
        Recursive = true,
    };

    /// <summary>
    /// Adds a check to a command that runs as one of several processes: the options must specify servers that other processes can access.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="words">The name of the command on the command line.</param>
    public void RequireShared(Command command, string words) => command.Validators.Add(result =>
    {
        if (result.GetResult(Redis) is null)
        {
            result.AddError(
                $"The command '{words}' shares its tasks with other processes. Specify --redis <configuration>, such as {RedisExample}.");
        }

        if (result.GetResult(Postgres) is null && result.GetResult(Sqlite) is null)
        {
            result.AddError(
                $"The command '{words}' shares its data with other processes. "
                + $"Specify --postgres <connection string>, such as {PostgresExample}, "
                + "or --sqlite <file> if all processes run on one machine.");
        }
    });

    public Servers Read(ParseResult parsed) => new(parsed.GetValue(Redis), parsed.GetValue(Postgres), parsed.GetValue(Sqlite));

    // The value and the parser's error message can contain a password, so the error contains neither.
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
            // The error is added below.
        }

        option.AddError($"{option.Option.Name} must be {expected}.");
    }
}
