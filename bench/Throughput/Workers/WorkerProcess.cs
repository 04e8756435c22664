using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace TaskGen.Throughput;

/// <summary>This program once more, as a worker. It ends when its standard input does, so none is left when this process dies.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    public const string Verb = "worker";

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Starts one and waits until its worker runs.</summary>
    /// <param name="role">What it is for.</param>
    /// <param name="settings">How to make its host.</param>
    /// <param name="count">How many tasks to expect.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The process.</returns>
    public static async Task<WorkerProcess> StartAsync(
        WorkerRole role, BenchHostSettings settings, int count, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        foreach (var argument in new[]
        {
            Verb, role.ToString(), JsonSerializer.Serialize(settings), count.ToString(CultureInfo.InvariantCulture),
        })
        {
            start.ArgumentList.Add(argument);
        }

        var worker = new WorkerProcess(Process.Start(start)!);
        try
        {
            await worker.ReadAsync(cancellationToken);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the next line that the worker writes.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken)
        ?? throw new InvalidOperationException("The worker process ended before it had reported; what it wrote above says why.");

    /// <summary>Tells the worker to stop and reads its report.</summary>
    public async Task<string> StopAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        var report = await ReadAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return report;
    }

    /// <summary>Ends it as a crash would.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
