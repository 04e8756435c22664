namespace TaskGen.Aot.Smoke;

/// <summary>A collection without a setter in a type whose constructor has a parameter, and tuples inside a dictionary.</summary>
internal sealed record Shelf(string Name)
{
    public IList<string> Notes { get; } = new List<string>();

    public Dictionary<string, (int Row, string Place)> Places { get; init; } = [];

    public override string ToString() => $"{Name}: {string.Join(' ', Notes)}; {string.Join(' ', Places)}";
}
