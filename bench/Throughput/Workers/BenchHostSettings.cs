namespace TaskGen.Throughput;

/// <summary>How a host is made.</summary>
internal sealed record BenchHostSettings
{
    /// <summary>The server, or null for the embedded broker.</summary>
    public string? Redis { get; init; }

    public required string Namespace { get; init; }

    public required int Concurrency { get; init; }

    /// <summary>The worker's lease; null for the default.</summary>
    public TimeSpan? Lease { get; init; }
}
