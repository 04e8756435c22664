using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Aot.Smoke;

/// <summary>Dispatches everything that the program can do, and throws where a result is not what it must be.</summary>
internal sealed class SmokeClient(IServiceProvider services, DateTime startedAt)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2));

    private readonly SmokeTasksClient _tasks = services.GetRequiredService<SmokeTasksClient>();
    private readonly ITaskClient _client = services.GetRequiredService<ITaskClient>();

    private static Order Sample =>
        new(new Guid("7f0c5a52-6f0e-4d0f-8d53-8f6a1c3e9b11"), Noon, [new OrderLine("tea", 2), new OrderLine("coffee", 3)]);

    public async Task RunAsync()
    {
        var greeting = await (await _tasks.Greet.DelayAsync("world")).GetAsync(Limit);
        var took = (DateTime.UtcNow - startedAt).TotalMilliseconds;
        Same("Hello, world!", greeting, "greeting");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first task done after {took:0.0} ms from process start"));

        await PriceAsync();
        await RetryAsync();
        await RefuseAsync();
        await ChordAsync();
        await JoinAsync();
        await ByNameAsync();
        await PackAsync();
        Console.WriteLine("all results are right");
    }

    private async Task PriceAsync()
    {
        var handle = await _tasks.Price.DelayAsync(Sample);
        TaskProgress<OrderStep>? last = null;
        await foreach (var report in handle.ProgressAsync())
        {
            last = report;
        }

        Same(new Receipt(Sample.Id, 24m, Noon), await handle.GetAsync(Limit), "receipt");
        Same(new OrderStep("coffee", 24m), last?.Detail, "last progress");
        Same(100, (int)(last?.Percent ?? 0), "percent");
    }

    private async Task RetryAsync()
    {
        var handle = await _tasks.FailOnce.DelayAsync();
        Same("2", await handle.GetAsync(Limit), "attempt that succeeded");
        Same(2, (await handle.GetSnapshotAsync()).Attempt, "attempts");
    }

    private async Task RefuseAsync()
    {
        var handle = await _tasks.Refuse.DelayAsync("out of stock");
        try
        {
            await handle.GetAsync(Limit);
        }
        catch (TaskFailedException exception)
        {
            Same("out of stock", exception.Failure.Message, "failure");
            return;
        }

        throw new InvalidOperationException("A refused task gave a result.");
    }

    private async Task ChordAsync()
    {
        var squares = Canvas.Group(Enumerable.Range(1, 20).Select(number => _tasks.Square.Signature(number)));
        var handle = await _client.DelayAsync(squares.Then(_tasks.Sum.Partial("squares")));
        Same(new Total("squares", 2870), await handle.GetAsync(Limit), "chord");
    }

    private async Task JoinAsync()
    {
        var first = await _tasks.Count.DelayAsync(Sample);
        var second = await _tasks.Count.DelayAsync(Sample);
        Same(first.Id, second.Id, "id of equal dispatches");
        Same(5, await second.GetAsync(Limit), "count");
    }

    private async Task ByNameAsync()
    {
        var registry = services.GetRequiredService<ITaskRegistry>();
        var handle = await registry.DelayAsync("SmokeTasks.Square", """{"number":12}""");
        Same(new Part(12, 144), await _client.GetHandle<Part>(handle.Id).GetAsync(Limit), "result of a dispatch by name");
    }

    private async Task PackAsync()
    {
        var basket = new Basket
        {
            Ids = { 2, 3 },
            Counts = { ["tea"] = 2 },
            Set = { 4, 5 },
            Shelf = new Shelf("top") { Notes = { "dry" }, Places = { ["tea"] = (1, "left") } },
        };
        var packed = await (await _tasks.Pack.DelayAsync(basket)).GetAsync(Limit);
        Same(basket.ToString(), packed.ToString(), "basket");
        Same("ids 1 2 3; counts [tea, 2]; set 4 5; shelf top: dry; [tea, (1, left)]", packed.ToString(), "text of the basket");
    }

    private static void Same<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"The {what} is {actual}, not {expected}.");
        }
    }
}
