namespace House.Tests.Rooms;

/// <summary>One type that names another one in its base types, members, signatures, bodies or attributes.</summary>
internal sealed record TypeUse(string From, string FromRoom, string To, string ToRoom)
{
    public override string ToString() => $"{FromRoom} -> {ToRoom}: {From} uses {To}";
}
