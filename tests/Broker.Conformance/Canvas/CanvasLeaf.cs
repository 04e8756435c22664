using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>One task, and how it will end. Leaves of one key are one idempotent task: they end alike.</summary>
internal sealed record CanvasLeaf(CanvasTaskSample Task, SettlementKind End, string Value) : CanvasTree;
