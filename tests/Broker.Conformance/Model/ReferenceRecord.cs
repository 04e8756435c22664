using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>A record of the reference, with the task as it was sent.</summary>
internal sealed class ReferenceRecord
{
    public required NewTask Sent { get; init; }

    public required TaskRecord Value { get; set; }

    /// <summary>The nodes that its end is told.</summary>
    public List<CanvasPointer> Followers { get; } = [];

    public DateTimeOffset? DropAt { get; set; }
}
