namespace TaskGen.Throughput;

/// <summary>What every phase works with.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Configuration">The server.</param>
/// <param name="Probe">Looks at the server from outside.</param>
/// <param name="Bare">The data model without TaskGen, on the same server.</param>
/// <param name="Report">Where figures go.</param>
internal sealed record BenchContext(BenchOptions Options, string Configuration, RedisProbe Probe, BareModel Bare, Report Report)
{
    private static int _hosts;

    /// <summary>
    /// Makes a host on a namespace of its own, so that no measurement finds what another one left. Its worker does not run yet.
    /// </summary>
    /// <param name="concurrency">How many tasks at once.</param>
    /// <returns>The host.</returns>
    public BenchHost CreateHost(int? concurrency = null) => BenchHost.Create(new BenchHostSettings
    {
        Redis = Options.Memory ? null : Configuration,
        Namespace = NewNamespace(),
        Concurrency = concurrency ?? Options.Concurrency,
    });

    /// <summary>Deletes what a host kept in Redis.</summary>
    public Task DeleteAsync(BenchHost host) => Options.Memory ? Task.CompletedTask : Probe.DeleteAsync(host.Settings.Namespace);

    private static string NewNamespace() => $"bench-{Environment.ProcessId}-{Interlocked.Increment(ref _hosts)}";
}
