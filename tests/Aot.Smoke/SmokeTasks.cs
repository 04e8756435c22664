using System.Globalization;

namespace TaskGen.Aot.Smoke;

/// <summary>
/// One task for each way in which types reach a native program: primitives, the program's own records, collections of them, progress,
/// services.
/// </summary>
internal sealed class SmokeTasks(PriceList prices)
{
    [Task]
    public static string Greet(string name) => $"Hello, {name}!";

    [Task]
    public async Task<Receipt> Price(Order order, ITaskProgress<OrderStep> progress, CancellationToken cancellationToken)
    {
        var total = 0m;
        for (var i = 0; i < order.Lines.Count; i++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            total += prices.Of(order.Lines[i].Article) * order.Lines[i].Count;
            progress.Report(i + 1, order.Lines.Count, null, new OrderStep(order.Lines[i].Article, total));
        }

        return new Receipt(order.Id, total, order.PlacedAt);
    }

    [Task(Retry = 2, RetryBaseDelaySeconds = 0.05)]
    public static string FailOnce(TaskContext context) =>
        context.Attempt == 1
            ? throw new TimeoutException("The first attempt fails.")
            : context.Attempt.ToString(CultureInfo.InvariantCulture);

    [Task]
    public static string Refuse(string reason) => throw new TaskRejectedException(reason);

    [Task]
    public static Part Square(int number) => new(number, number * number);

    [Task]
    public static Total Sum(IReadOnlyList<Part> parts, string title) => new(title, parts.Sum(static part => part.Square));

    [Task]
    public static Basket Pack(Basket basket) => basket;

    [Task(Idempotent = true)]
    public static int Count(Order order) => order.Lines.Sum(static line => line.Count);
}
