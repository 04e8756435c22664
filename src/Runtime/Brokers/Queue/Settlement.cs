namespace TaskGen.Brokers;

/// <summary>Represents how an attempt ended. The broker applies it only if the task is still held under the lease key.</summary>
/// <param name="Key">The lease of the task.</param>
/// <param name="Kind">The kind of the settlement.</param>
/// <param name="Details">The values to store in the record; <see langword="null"/> for a success of a task without a record.</param>
internal readonly record struct Settlement(LeaseKey Key, SettlementKind Kind, SettlementDetails? Details = null);
