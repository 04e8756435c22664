using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>A delivery of the reference: a start or a cancel of a node of a canvas, or the report of an end.</summary>
internal sealed class ReferenceDelivery
{
    public required Type Kind { get; init; }

    public required CanvasPointer Node { get; init; }

    public ReferenceCanvas? Canvas { get; init; }

    public TaskRecord? Ended { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public byte[] Key => Samples.Bytes($"{Kind.Name} {Node}");
}
