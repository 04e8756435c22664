namespace TaskGen.Brokers;

/// <summary>Represents a page of the results of the members of a group that succeeded.</summary>
/// <param name="Count">The number of members of the group.</param>
/// <param name="Values">
/// The results, beginning at the requested position. Each is JSON, empty for a member without a result, or a <see cref="CanvasValue"/> that
/// names another group. The page has at least one result unless the position is beyond the last member.
/// </param>
internal sealed record CanvasMembers(int Count, IReadOnlyList<ReadOnlyMemory<byte>> Values);
