using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>A record of the reference, with the task as it was sent.</summary>
internal sealed class ReferenceRecord
{
    public required NewTask Sent { get; init; }

    public required TaskRecord Value { get; set; }

    public DateTimeOffset? DropAt { get; set; }
}
