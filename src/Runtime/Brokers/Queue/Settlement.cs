namespace TaskGen.Brokers;

/// <summary>
/// Represents the outcome of an attempt, which a worker sends to the broker. The broker applies it only if the lease is still current.
/// </summary>
/// <param name="Key">The lease on the task.</param>
/// <param name="Kind">The kind of the settlement.</param>
/// <param name="Details">The values to store in the record; <see langword="null"/> if the task succeeded and has no record.</param>
internal readonly record struct Settlement(LeaseKey Key, SettlementKind Kind, SettlementDetails? Details = null);
