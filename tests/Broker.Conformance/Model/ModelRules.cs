namespace Broker.Conformance;

/// <summary>In what brokers differ where the contract lets them.</summary>
/// <param name="CancelsUnknownByRequest">
/// Whether a cancel of a task that keeps no record is a request to whoever comes across it, and its id is known to nobody.
/// </param>
/// <param name="HeartsBeatByCall">Whether a heartbeat is a call that prolongs a lease, rather than a fact about this process.</param>
internal sealed record ModelRules(bool CancelsUnknownByRequest, bool HeartsBeatByCall);
