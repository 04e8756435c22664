using Ported.Contracts;
using TaskGen;

namespace Ported.Jobs.Shop;

/// <summary>Computes prices, with dictionaries, tuples, and a generic type.</summary>
public static class PriceTasks
{
    /// <summary>Adopts prices.</summary>
    /// <param name="prices">The prices, by article.</param>
    /// <param name="channels">The factors, by channel.</param>
    /// <returns>The sum.</returns>
    [Task(Name = "prices.sync", Queue = "imports", Priority = TaskPriority.Low)]
    public static decimal Sync(IReadOnlyDictionary<string, decimal> prices, Dictionary<SalesChannel, decimal[]>? channels = null) =>
        prices.Values.Sum() + (channels?.Values.Sum(static factors => factors.Sum()) ?? 0);

    /// <summary>Finds the highest price.</summary>
    /// <param name="prices">The prices, by id.</param>
    /// <returns>The highest price.</returns>
    [Task(Name = "prices.highest")]
    public static Money Highest(SortedDictionary<int, Money> prices) => prices.Values.MaxBy(static price => price.Amount);

    /// <summary>Converts a price.</summary>
    /// <param name="price">The price.</param>
    /// <param name="rates">The rates, by currency.</param>
    /// <returns>The price and its currency.</returns>
    [Task(Name = "prices.convert")]
    public static (decimal Amount, string Currency) Convert(
        (decimal Amount, string Currency) price, params (string Currency, decimal Rate)[] rates) =>
        rates is [var (currency, rate), ..] ? (price.Amount * rate, currency) : price;

    /// <summary>Applies changes.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="family">The family of articles to which they apply.</param>
    /// <returns>The first change; <see langword="null"/> if there are none.</returns>
    [Task(Name = "prices.change")]
    public static PriceChange? Change(Page<PriceChange> changes, Sku? family = null) => changes.Items.FirstOrDefault(
        change => family is null || change.Sku.Family == family.Value.Family);

    /// <summary>Computes the total of an order.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="taxRate">The rate of the tax.</param>
    /// <returns>The total.</returns>
    [Task(Name = "prices.total")]
    public static ValueTask<decimal> Total(IEnumerable<OrderLine> lines, decimal taxRate = 0.19m) =>
        ValueTask.FromResult(lines.Sum(static line => line.Quantity * line.UnitPrice) * (1 + taxRate));
}
