using System.Diagnostics;
using Reliability.Worker;
using TaskGen.Servers;

namespace Reliability.Tests;

/// <summary>A worker in a process of its own.</summary>
internal sealed class WorkerProcess(ChildProcess process) : IAsyncDisposable
{
    private const string LeaseLostText = "was declared dead";

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public string Tail => process.Tail();

    /// <summary>How often it said that its lease was lost.</summary>
    public int LeasesLost => process.Lines.Count(static line => line.Contains(LeaseLostText, StringComparison.Ordinal));

    public Task WaitUntilReadyAsync() => process.WaitForLineAsync(static line => line == WorkerVerb.Ready, Limits.Soon);

    public Task WaitUntilLeaseIsLostAsync() =>
        process.WaitForLineAsync(static line => line.Contains(LeaseLostText, StringComparison.Ordinal), Limits.Soon);

    /// <summary>SIGKILL.</summary>
    public async Task<Kill> KillAsync()
    {
        var before = Stopwatch.GetTimestamp();
        await process.KillAsync();
        return new Kill(Id, before, Stopwatch.GetTimestamp());
    }

    public Task PauseAsync() => process.PauseAsync();

    /// <summary>SIGCONT.</summary>
    /// <returns>The timestamp just before.</returns>
    public long Resume()
    {
        var before = Stopwatch.GetTimestamp();
        process.Resume();
        return before;
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> TerminateAsync()
    {
        process.Terminate();
        return process.WaitForExitAsync(Limits.Soon);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
