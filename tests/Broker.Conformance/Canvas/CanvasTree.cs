namespace Broker.Conformance;

/// <summary>A canvas as whoever builds one thinks of it.</summary>
internal abstract record CanvasTree;
