namespace TaskGen.Testing.Tests;

public sealed class OrderTasks(Ledger ledger, ITaskClient tasks)
{
    [Task(Name = "orders.place", Retry = 2)]
    public async Task<int> Place(string customer, int[] items, TaskContext context)
    {
        ledger.Add($"place {customer} {context.Attempt}");
        if (customer == "flaky" && context.Attempt < 3)
        {
            throw new HttpRequestException("away");
        }

        await tasks.OrderTasks.Confirm.DelayAsync(customer);
        return items.Sum();
    }

    [Task(IgnoreResult = true)]
    public void Confirm(string customer) => ledger.Add($"confirm {customer}");

    [Task(Idempotent = true)]
    public int Count(string customer)
    {
        ledger.Add($"count {customer}");
        return 1;
    }

    [Task]
    public void Put(IReadOnlyDictionary<string, int> stock, ITaskProgress progress)
    {
        progress.Report(stock.Count, stock.Count, "done");
        throw new TaskRejectedException("the shop is closed");
    }

    [Task]
    public async Task<string> Pack(TaskContext context)
    {
        await using var table = await context.AcquireAsync("table", limit: 1);
        await using var second = await context.AcquireAsync("table", limit: 1);
        return "packed";
    }

    [Task]
    public void Later() => throw new TaskSnoozeException(TimeSpan.FromMinutes(1));

    [Task]
    public string Commit([FromServices] Session session) => $"{session}";
}
