namespace Broker.Conformance;

/// <summary>All side by side.</summary>
internal sealed record CanvasGroup(IReadOnlyList<CanvasTree> Members) : CanvasTree;
