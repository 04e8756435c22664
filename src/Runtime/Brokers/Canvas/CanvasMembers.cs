namespace TaskGen.Brokers;

/// <summary>A page of what the members of a group that succeeded came to.</summary>
/// <param name="Count">How many members the group has.</param>
/// <param name="Values">
/// From the position asked for on: each a JSON value, empty for none, or a <see cref="CanvasValue"/> that names another group. At least
/// one, unless the page is past the end.
/// </param>
internal sealed record CanvasMembers(int Count, IReadOnlyList<ReadOnlyMemory<byte>> Values);
