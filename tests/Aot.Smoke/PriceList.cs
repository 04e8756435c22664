namespace TaskGen.Aot.Smoke;

/// <summary>A service that a class of tasks takes.</summary>
internal sealed class PriceList
{
    private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal) { ["tea"] = 3m, ["coffee"] = 6m };

    public decimal Of(string article) => _prices[article];
}
