namespace TaskGen.Aot.Smoke;

/// <summary>Collections without a setter, which the serializer fills after it has created the object.</summary>
internal sealed class Basket
{
    public List<int> Ids { get; } = [1];

    public Dictionary<string, int> Counts { get; } = [];

    public HashSet<int> Set { get; } = [];

    public Shelf? Shelf { get; set; }

    public override string ToString() =>
        $"ids {string.Join(' ', Ids)}; counts {string.Join(' ', Counts)}; set {string.Join(' ', Set.Order())}; shelf {Shelf}";
}
