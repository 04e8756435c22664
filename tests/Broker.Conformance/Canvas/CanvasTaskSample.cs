using System.Text.Json;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>How a test dispatches a task of a canvas. Brokers keep it as bytes.</summary>
internal sealed record CanvasTaskSample(string Queue, Guid Id)
{
    public string? Key { get; init; }

    public TimeSpan RecordTtl { get; init; } = TimeSpan.FromDays(1);

    public TimeSpan KeyTtl { get; init; } = TimeSpan.FromDays(1);

    public TimeSpan? ExpiresAfter { get; init; }

    public static CanvasTaskSample Read(ReadOnlyMemory<byte> bytes) => JsonSerializer.Deserialize<CanvasTaskSample>(bytes.Span)!;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public NewTask ToNewTask(CanvasPointer follow) => Samples.Recorded(Id) with
    {
        IdempotencyKey = Key,
        RecordTtl = RecordTtl,
        KeyTtl = KeyTtl,
        ExpiresAfter = ExpiresAfter,
        Follow = follow,
    };
}
