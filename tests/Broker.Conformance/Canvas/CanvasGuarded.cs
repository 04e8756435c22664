namespace Broker.Conformance;

/// <summary>Something, and what starts once if anything in it fails.</summary>
internal sealed record CanvasGuarded(CanvasTree Body, CanvasTree OnError, bool Passes) : CanvasTree;
