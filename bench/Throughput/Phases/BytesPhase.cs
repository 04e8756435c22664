namespace TaskGen.Throughput;

/// <summary>How much memory of the server a waiting task takes.</summary>
internal sealed class BytesPhase(BenchContext bench) : IPhase
{
    private const int Tasks = 100_000;

    public string Name => "bytes";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (bench.Options.Memory)
        {
            bench.Report.Note("left out: it is the memory of the server that is measured.");
            return;
        }

        await bench.Bare.ClearAsync();
        var empty = await bench.Probe.UsedMemoryAsync();
        await bench.Bare.EnqueueAsync(Tasks, cancellationToken);
        var bare = bench.Report.Add("bare", "bytes/task", [(await bench.Probe.UsedMemoryAsync() - empty) / Tasks]);
        await bench.Bare.ClearAsync();
        foreach (var kind in new[] { "ignored", "kept" })
        {
            await using var host = bench.CreateHost();

            // The connection and the scripts are no part of a task.
            await Dispatching.BulkAsync(host.Client, 1, kind == "kept", cancellationToken);
            empty = await bench.Probe.UsedMemoryAsync();
            await Dispatching.BulkAsync(host.Client, Tasks, kind == "kept", cancellationToken);
            bench.Report.Add(kind, "bytes/task", [(await bench.Probe.UsedMemoryAsync() - empty) / Tasks], bare);
            await bench.DeleteAsync(host);
        }

        bench.Report.Note(
            $"used_memory with {Tasks:N0} more tasks waiting. The payload of a task is a number of up to five digits and "
            + $"{Dispatching.TextLength} characters; a bare envelope is 100 bytes.");
    }
}
