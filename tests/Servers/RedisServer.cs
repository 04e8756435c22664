using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TaskGen.Servers;

/// <summary>
/// A Redis server of its own, on a free loopback port in a temporary folder. It ends, and the folder goes, when it is disposed or this
/// process ends.
/// </summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string OwnUser = "taskgen-servers";
    private const int Tries = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly RedisServerOptions _options;
    private readonly string _program;
    private ChildProcess? _process;

    private RedisServer(RedisServerOptions options, string program)
    {
        _options = options;
        _program = program;
        Port = options.ClusterNode ? FreePorts.NextWithBus() : FreePorts.Next();
        Folder = ChildGuard.CreateFolder("redis");
    }

    /// <summary>The port on 127.0.0.1. Stays the same over restarts.</summary>
    public int Port { get; }

    /// <summary><c>127.0.0.1:port</c></summary>
    public string EndPoint => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>The folder of its files: <c>redis.conf</c>, <c>redis.log</c>, <c>appendonlydir</c>.</summary>
    public string Folder { get; }

    /// <summary>The id of its process; of the last one when it does not run.</summary>
    public int ProcessId => _process?.Id ?? 0;

    /// <summary>Whether its process runs, paused or not.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>What <c>redis-cli</c> needs to log in.</summary>
    internal IReadOnlyList<string> LoginArguments =>
        _options.Users.Count == 0 ? [] : ["--user", OwnUser, "--pass", _options.Password, "--no-auth-warning"];

    /// <summary>Starts a server and returns when it answers.</summary>
    /// <exception cref="ServerException">It is not installed, or ended at once: the message has its log.</exception>
    public static async Task<RedisServer> StartAsync(RedisServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RedisServerOptions();
        var program = Executables.RequireRedis(options.Program);
        for (var i = 1; ; i++)
        {
            var server = new RedisServer(options, program);
            try
            {
                server.WriteConfiguration();
                await server.LaunchAsync(cancellationToken);
                return server;
            }
            catch (ServerException)
                when (i < Tries && server.LogTail().Contains("Address already in use", StringComparison.OrdinalIgnoreCase))
            {
                // Another process took the port in between.
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Sends one command on a connection of its own.</summary>
    /// <returns>The reply, an error too.</returns>
    public async Task<RespReply> CommandAsync(params string[] command)
    {
        await using var connection = await RespConnection.ConnectAsync(Port);
        if (_options.Users.Count > 0)
        {
            await connection.SendAsync("AUTH", OwnUser, _options.Password);
        }

        return await connection.SendAsync(command);
    }

    /// <summary>SIGKILL: nothing is flushed. Returns when the process has ended.</summary>
    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>SIGTERM: an append-only file is flushed. Returns when the process has ended.</summary>
    public async Task ShutdownAsync()
    {
        if (_process is not null)
        {
            _process.Terminate();
            await _process.WaitForExitAsync(Limit);
        }
    }

    /// <summary>
    /// Starts it again, on the same port and folder, after a shutdown if it runs. Returns when it has loaded its data and answers.
    /// </summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await ShutdownAsync();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await LaunchAsync(cancellationToken);
    }

    /// <summary>SIGSTOP: it keeps its connections and answers nothing.</summary>
    public Task PauseAsync() => _process?.PauseAsync() ?? Task.CompletedTask;

    /// <summary>SIGCONT. Returns when it answers again.</summary>
    public Task ResumeAsync()
    {
        _process?.Resume();
        return WaitUntilReadyAsync(CancellationToken.None);
    }

    /// <summary>The last lines of its log and of its output.</summary>
    public string LogTail(int lines = 40)
    {
        var log = Path.Combine(Folder, "redis.log");
        IEnumerable<string> logged = [];
        if (File.Exists(log))
        {
            using var reader = new StreamReader(
                new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            logged = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }

        return string.Join('\n', logged.Concat(_process?.Lines ?? []).TakeLast(lines));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        ChildGuard.RemoveFolder(Folder);
    }

    private void WriteConfiguration()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line("bind 127.0.0.1");
        Line(string.Create(CultureInfo.InvariantCulture, $"port {Port}"));
        Line($"dir \"{Folder}\"");
        Line("logfile redis.log");
        Line("daemonize no");
        Line("save \"\"");
        Line($"appendonly {(_options.AppendOnly ? "yes" : "no")}");
        Line("appendfsync everysec");
        if (_options.MaxMemory is { } memory)
        {
            Line($"maxmemory {memory}");
        }

        if (_options.MaxMemoryPolicy is { } policy)
        {
            Line($"maxmemory-policy {policy}");
        }

        if (_options.ClusterNode)
        {
            Line("cluster-enabled yes");
            Line("cluster-config-file nodes.conf");
            Line("cluster-node-timeout 2000");
            // A replica that has not had its first copy cannot take over.
            Line("repl-diskless-sync-delay 0");
        }

        if (_options.Users.Count > 0)
        {
            Line($"user {OwnUser} on >{_options.Password} ~* &* +@all");
            Line($"masteruser {OwnUser}");
            Line($"masterauth {_options.Password}");
            foreach (var user in _options.Users)
            {
                Line($"user {user}");
            }
        }

        File.WriteAllText(Path.Combine(Folder, "redis.conf"), text.ToString());
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        _process = ChildProcess.Start(
            _program,
            _options.Arguments.Prepend("redis.conf"),
            new ChildProcessOptions { WorkingDirectory = Folder, Niceness = _options.Niceness });
        await WaitUntilReadyAsync(cancellationToken);
    }

    private Task WaitUntilReadyAsync(CancellationToken cancellationToken) =>
        Wait.UntilAsync(
            async () =>
            {
                if (!IsRunning)
                {
                    // What it said last is read after its end is known.
                    await (_process?.OutputEnded ?? Task.CompletedTask).WaitAsync(Limit, cancellationToken);
                    throw new ServerException($"{_program} ended. The last lines of its log:\n{LogTail()}");
                }

                try
                {
                    // While it loads its data, the reply is an error.
                    return (await CommandAsync("PING").WaitAsync(Limit, cancellationToken)).Text == "PONG";
                }
                catch (Exception e) when (e is SocketException or IOException)
                {
                    return false;
                }
            },
            Limit,
            () => $"{_program} on port {Port} does not answer. The last lines of its log:\n{LogTail()}",
            cancellationToken);
}
