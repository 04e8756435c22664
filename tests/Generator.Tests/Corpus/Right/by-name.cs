// Names that there are.
public sealed class StockTasks { [Task(Name = "stock.refresh")] public void Refresh(int id) => Console.WriteLine(id); }

public sealed class Admin(ITaskRegistry registry)
{
    public async Task Refresh(System.Text.Json.JsonElement arguments) => await registry.DelayAsync("stock.refresh", arguments);

    public async Task Run(string name, System.Text.Json.JsonElement arguments) => await registry.DelayAsync(name, arguments);
}
