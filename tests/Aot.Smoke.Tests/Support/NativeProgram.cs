using System.Runtime.CompilerServices;
using TaskGen.Servers;

namespace Aot.Smoke.Tests.Support;

/// <summary>
/// The program, published native for this machine, and a Redis server for it. What the build of the solution has made is used; made once
/// for all tests.
/// </summary>
public sealed class NativeProgram : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new("native");
    private int _namespaces;

    /// <summary>What the publish said.</summary>
    internal string PublishOutput { get; private set; } = "";

    /// <summary>The folder that was published.</summary>
    internal string Folder => Path.Combine(_folder.Path, "published");

    /// <summary>The program.</summary>
    internal string File => Path.Combine(Folder, "aot-smoke");

    private RedisServer Redis { get; set; } = null!;

    public async Task InitializeAsync()
    {
        PublishOutput = await DotnetCommand.RequireAsync(
            Root(), Limits.Publish, "publish", Path.Combine("tests", "Aot.Smoke"), "-c", "Release", "-o", Folder);
        Redis = await RedisServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await (Redis?.DisposeAsync() ?? ValueTask.CompletedTask);
        Dispose();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The name of an application that nobody has used yet.</summary>
    internal string NewNamespace() => $"smoke-{Interlocked.Increment(ref _namespaces)}";

    /// <summary>Starts the program, and tells it when.</summary>
    internal ChildProcess Start(string mode, string applicationNamespace) =>
        ChildProcess.Start(File, [mode, Redis.EndPoint, applicationNamespace, $"{DateTime.UtcNow.Ticks}"]);

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
