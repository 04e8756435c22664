using System.Globalization;

namespace TaskGen.Servers;

/// <summary>
/// A PostgreSQL server of its own, on a free loopback port in a temporary folder: no password, and nothing is forced to disk, so it
/// survives the end of its process and not that of the machine. Where the caller is root, it runs as the user <c>postgres</c>, since
/// PostgreSQL refuses to run as root.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const int Tries = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string _programs;
    private readonly string _folder;
    private ChildProcess? _process;

    private PostgresServer(string programs)
    {
        _programs = programs;
        // Other users may write to it, so that initdb makes the data folder as whoever it runs as.
        _folder = ChildGuard.CreateFolder("postgres", shared: true);
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>The id of the server's first process.</summary>
    public int ProcessId => _process?.Id ?? 0;

    /// <summary>For Npgsql: the superuser on the database <c>postgres</c>.</summary>
    public string ConnectionString => ConnectionStringFor(Superuser);

    private string Data => Path.Combine(_folder, "data");

    private ChildProcessOptions ProcessOptions => new()
    {
        WorkingDirectory = _folder,
        User = Environment.IsPrivilegedProcess ? Superuser : null,
        QuitFirst = true,
    };

    /// <summary>Makes a server and returns when it takes connections.</summary>
    /// <exception cref="ServerException">It is not installed, or could not be made or started: the message has the output.</exception>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var server = new PostgresServer(PostgresPrograms.RequireFolder());
        try
        {
            await server.InitializeAsync(cancellationToken);
            for (var i = 1; ; i++)
            {
                server.Port = FreePorts.Next();
                try
                {
                    await server.LaunchAsync(cancellationToken);
                    return server;
                }
                catch (ServerException)
                    when (i < Tries && server.LogTail().Contains("Address already in use", StringComparison.OrdinalIgnoreCase))
                {
                    // Another process took the port in between.
                    await server._process!.DisposeAsync();
                }
            }
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>For Npgsql: the superuser on a database that <see cref="CreateDatabaseAsync"/> made.</summary>
    public string ConnectionStringFor(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username={Superuser};Database={database}");

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        await QueryAsync($"CREATE DATABASE \"{name}\"");
        return ConnectionStringFor(name);
    }

    /// <summary>Runs SQL by <c>psql</c>.</summary>
    /// <returns>Its rows, one a line, columns separated by <c>|</c>.</returns>
    /// <exception cref="ServerException">The server refused it.</exception>
    public async Task<string> QueryAsync(string sql, string database = Superuser)
    {
        string[] arguments =
        [
            "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", "--host=127.0.0.1",
            string.Create(CultureInfo.InvariantCulture, $"--port={Port}"), $"--username={Superuser}", $"--dbname={database}",
            $"--command={sql}",
        ];
        return await RunAsync("psql", arguments, CancellationToken.None);
    }

    /// <summary>The last lines of its output.</summary>
    public string LogTail(int lines = 40) => _process?.Tail(lines) ?? "";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // At once, but with its shared memory given back.
            _process.Quit();
            try
            {
                await _process.WaitForExitAsync(TimeSpan.FromSeconds(10));
            }
            catch (TimeoutException)
            {
                // DisposeAsync kills it.
            }

            await _process.DisposeAsync();
        }

        ChildGuard.RemoveFolder(_folder);
    }

    private Task InitializeAsync(CancellationToken cancellationToken) =>
        RunAsync(
            "initdb",
            ["-D", Data, "--auth=trust", $"--username={Superuser}", "--encoding=UTF8", "--locale=C", "--no-sync"],
            cancellationToken);

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"port={Port}"), "unix_socket_directories=",
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB", "max_connections=200",
            "logging_collector=off",
        ];
        _process = ChildProcess.Start(
            Path.Combine(_programs, "postgres"),
            ["-D", Data, .. settings.SelectMany(static setting => new[] { "-c", setting })],
            ProcessOptions);
        await Wait.UntilAsync(
            () => _process.HasExited ? throw new ServerException($"postgres ended:\n{LogTail()}") : IsReady(),
            Limit,
            () => $"postgres on port {Port} is not ready:\n{LogTail()}",
            cancellationToken);
    }

    /// <summary>The file's first line is the process id, and the eighth the status; pg_ctl waits for the same.</summary>
    private bool IsReady()
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(Data, "postmaster.pid"));
            return lines.Length >= 8 && lines[7].Trim() == "ready" && lines[0].Trim() == ProcessId.ToString(CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        await using var run = ChildProcess.Start(Path.Combine(_programs, program), arguments, ProcessOptions);
        var code = await run.WaitForExitAsync(Limit, cancellationToken);
        await run.OutputEnded.WaitAsync(Limit, cancellationToken);
        return code == 0 ? run.Tail(int.MaxValue) : throw new ServerException($"{program} ended with exit code {code}:\n{run.Tail()}");
    }
}
