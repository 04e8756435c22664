namespace Broker.Conformance;

/// <summary>One after the other. <paramref name="Passes"/> says for each but the last whether the next takes its value.</summary>
internal sealed record CanvasChain(IReadOnlyList<CanvasTree> Links, IReadOnlyList<bool> Passes) : CanvasTree;
