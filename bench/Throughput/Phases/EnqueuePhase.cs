using System.Diagnostics;

namespace TaskGen.Throughput;

/// <summary>How fast one process dispatches, beside the same shape of calls with bare envelopes. No worker runs.</summary>
internal sealed class EnqueuePhase(BenchContext bench) : IPhase
{
    private const int InFlight = 64;

    private static readonly string[] Shapes = ["awaited", "in_flight_64", "bulk"];
    private static readonly string[] Kinds = ["ignored", "kept"];

    public string Name => "enqueue";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await RepeatAsync(bench.Options.Tasks / 2, new Samples(), cancellationToken);
        var samples = new Samples();
        for (var repeat = 0; repeat < bench.Options.Repeats; repeat++)
        {
            await RepeatAsync(bench.Options.Tasks, samples, cancellationToken);
        }

        foreach (var shape in Shapes)
        {
            var bare = bench.Report.Add($"bare.{shape}", "tasks/s", samples[$"bare.{shape}"]);
            var bareRedis = bench.Report.Add($"bare.{shape}.redis_cpu", "us/task", samples[$"bare.{shape}.redis"]);
            foreach (var kind in Kinds.Where(kind => samples.Has($"{kind}.{shape}")))
            {
                bench.Report.Add($"{kind}.{shape}", "tasks/s", samples[$"{kind}.{shape}"], bare);
                if (!bench.Options.Memory)
                {
                    bench.Report.Add($"{kind}.{shape}.redis_cpu", "us/task", samples[$"{kind}.{shape}.redis"], bareRedis);
                }
            }
        }

        bench.Report.Note(
            $"bare.awaited and bare.in_flight_64 put one envelope a call; bare.bulk puts {BareModel.Batch} a call, "
            + $"{BareModel.Calls} calls in flight; TaskGen's bulk gives {Dispatching.BulkSize} to DelayManyAsync, one call at a time.");
    }

    private async Task RepeatAsync(int tasks, Samples samples, CancellationToken cancellationToken)
    {
        var awaited = Math.Min(Math.Max(tasks / 10, 1_000), 20_000);
        var inFlight = Math.Max(tasks / 3, 1_000);

        await MeasureBareAsync("awaited", awaited, () => Dispatching.OneByOneAsync(awaited, bench.Bare.EnqueueOneAsync, cancellationToken));
        await MeasureAsync("ignored.awaited", awaited, client => Dispatching.OneByOneAsync(
            awaited, index => client.Ignored.DelayAsync(index, Dispatching.Text, cancellationToken), cancellationToken));
        await MeasureAsync("kept.awaited", awaited, client => Dispatching.OneByOneAsync(
            awaited, index => client.Kept.DelayAsync(index, Dispatching.Text, cancellationToken), cancellationToken));

        await MeasureBareAsync(
            "in_flight_64", inFlight, () => Dispatching.InFlightAsync(inFlight, InFlight, bench.Bare.EnqueueOneAsync, cancellationToken));
        await MeasureAsync("ignored.in_flight_64", inFlight, client => Dispatching.InFlightAsync(
            inFlight, InFlight, index => client.Ignored.DelayAsync(index, Dispatching.Text, cancellationToken), cancellationToken));

        await MeasureBareAsync("bulk", 2 * tasks, () => bench.Bare.EnqueueAsync(2 * tasks, cancellationToken));
        await MeasureAsync("ignored.bulk", tasks, client => Dispatching.BulkAsync(client, tasks, kept: false, cancellationToken));
        await MeasureAsync("kept.bulk", tasks, client => Dispatching.BulkAsync(client, tasks, kept: true, cancellationToken));

        async Task MeasureBareAsync(string name, int count, Func<Task> dispatch)
        {
            await TimeAsync($"bare.{name}", count, dispatch, samples);
            await bench.Bare.ClearAsync();
        }

        async Task MeasureAsync(string name, int count, Func<BenchTasksClient, Task> dispatch)
        {
            await using var host = bench.CreateHost();

            // The first dispatch connects.
            await host.Client.Ignored.DelayAsync(0, Dispatching.Text, cancellationToken);
            await TimeAsync(name, count, () => dispatch(host.Client), samples);
            await bench.DeleteAsync(host);
        }
    }

    private async Task TimeAsync(string name, int count, Func<Task> dispatch, Samples samples)
    {
        GC.Collect();
        var before = await bench.Probe.SampleAsync();
        var started = Stopwatch.GetTimestamp();
        await dispatch();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var redis = await bench.Probe.SampleAsync() - before;
        samples.Add(name, count / elapsed.TotalSeconds);
        samples.Add($"{name}.redis", redis.CpuSeconds * 1e6 / count);
    }
}
