namespace TaskGen.Brokers;

/// <summary>What a holder says became of a task. Applied only while the lease key is the one the task is held under.</summary>
/// <param name="Key">The lease.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Details">What goes into the record; null for the plain success of a task without one.</param>
internal readonly record struct Settlement(LeaseKey Key, SettlementKind Kind, SettlementDetails? Details = null);
