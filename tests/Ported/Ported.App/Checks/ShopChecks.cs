using Ported.Contracts;
using Ported.Jobs.Shop;
using TaskGen;

namespace Ported.App.Checks;

internal sealed class ShopChecks(Check check, OrderTasksClient orders, ITaskClient tasks) : ICheckGroup
{
    private static readonly OrderLine[] Lines = [new() { ProductId = 1, Quantity = 2, UnitPrice = 10m }, new() { UnitPrice = 1.5m }];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Check.ReturnsAsync(
            new ImportResult(2, 2), await orders.Import.DelayAsync(1, ImportMode.Replace, ["a.csv", "b.csv"], cancellationToken));
        await Check.FailsAsync<InvalidDataException>(await orders.Import.DelayAsync(-1, ImportMode.Append, [], cancellationToken));
        await Check.ReturnsAsync(
            new ImportResult(2, 2),
            await orders.ImportLines.DelayAsync(
                new OrderBatch { Lines = [.. Lines], Tags = ["new"], Attributes = { ["source"] = "shop" } }, cancellationToken));
        await CheckPlacedTwiceAsync(cancellationToken);
        await Check.ReturnsAsync(42.5m, await orders.Ship.DelayAsync(7, new DateOnly(2025, 1, 2), cancellationToken: cancellationToken));
#pragma warning disable CS0618 // The task is obsolete, and so is its client.
        await Check.ReturnsAsync(true, await orders.Cancel.DelayAsync(7, cancellationToken));
#pragma warning restore CS0618
        await CheckPricesAsync(cancellationToken);
        await CheckIndexAsync(cancellationToken);
    }

    private async Task CheckPlacedTwiceAsync(CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var address = new Address("Street 1", "Berlin", "AT");
        var first = await orders.Place.DelayAsync(id, address, new Money(5, "USD"), cancellationToken);
        var receipt = await first.GetAsync(cancellationToken);
        var second = await orders.Place.DelayAsync(id, address, new Money(5, "USD"), cancellationToken);
        await Check.ReturnsAsync(receipt, second);
        if (!second.WasDeduplicated || receipt.Total != new Money(5, "EUR"))
        {
            throw new CheckFailedException("The order was placed twice.");
        }
    }

    private async Task CheckPricesAsync(CancellationToken cancellationToken)
    {
        var prices = tasks.PriceTasks;
        await Check.ReturnsAsync(
            6.5m,
            await prices.Sync.DelayAsync(
                new Dictionary<string, decimal> { ["a"] = 1, ["b"] = 2 },
                new Dictionary<SalesChannel, decimal[]> { [SalesChannel.Store] = [1.5m, 2m] },
                cancellationToken));
        await Check.ReturnsAsync(
            new Money(3, "EUR"),
            await prices.Highest.DelayAsync(
                new SortedDictionary<int, Money> { [1] = new(3, "EUR"), [2] = new(2, "EUR") }, cancellationToken));
        await Check.ReturnsAsync((4m, "USD"), await prices.Convert.DelayAsync((2m, "EUR"), [("USD", 2m)], cancellationToken));
        var change = new PriceChange(new Sku("CAM", 42), new Money(1, "EUR"), new Money(2, "EUR"));
        await Check.ReturnsAsync(
            change, await prices.Change.DelayAsync(new Page<PriceChange>([change], 1), new Sku("CAM", 1), cancellationToken));
        await Check.ReturnsAsync(25.585m, await prices.Total.DelayAsync(Lines, cancellationToken: cancellationToken));
    }

    private async Task CheckIndexAsync(CancellationToken cancellationToken)
    {
        var index = tasks.IndexTasks;
        await check.WritesAsync("rebuilt product in attempt 2", await index.Rebuild.DelayAsync("product", cancellationToken));
        await Check.ReturnsAsync(2, await index.Add.DelayAsync([.. Enumerable.Range(1, 60)], cancellationToken: cancellationToken));
        await check.WritesAsync(
            "closed the index", await index.Merge.DelayAsync(new Queue<int>([1, 2]), ["a"], [DayOfWeek.Monday], cancellationToken));
    }
}
