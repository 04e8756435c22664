namespace TaskGen.Brokers;

/// <summary>Represents consecutive results of the members of a group that succeeded.</summary>
/// <param name="Count">The number of members in the group.</param>
/// <param name="Values">
/// The results, starting at the requested position. Each is JSON, empty if the member has no result, or a <see cref="CanvasValue"/> that
/// refers to another group. There is at least one result unless the position is greater than that of the last member.
/// </param>
internal sealed record CanvasMembers(int Count, IReadOnlyList<ReadOnlyMemory<byte>> Values);
