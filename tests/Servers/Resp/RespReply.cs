namespace TaskGen.Servers;

/// <summary>One reply of a Redis server.</summary>
/// <param name="Kind">Its first byte: <c>+</c>, <c>-</c>, <c>:</c>, <c>$</c>, <c>*</c>, and those of RESP3.</param>
/// <param name="Text">The text of what is no list; null for null.</param>
/// <param name="Items">The items of a list; a map's keys and values in turn.</param>
public sealed record RespReply(char Kind, string? Text, IReadOnlyList<RespReply> Items)
{
    /// <summary>Whether the server refused or failed.</summary>
    public bool IsError => Kind is '-' or '!';

    /// <inheritdoc/>
    public override string ToString() => Kind is '*' or '%' or '~' or '>' ? $"[{string.Join(", ", Items)}]" : Text ?? "null";
}
