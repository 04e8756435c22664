// By name, and misspelled: found by the first call (TickerQ names functions by strings).
public sealed class StockTasks { [Task(Name = "stock.refresh")] public void Refresh(int id) => Console.WriteLine(id); }

public sealed class Admin(ITaskRegistry registry)
{
    public async Task Run(System.Text.Json.JsonElement arguments) => await registry.DelayAsync([|TG0305:"stock.refesh"|], arguments);
}
