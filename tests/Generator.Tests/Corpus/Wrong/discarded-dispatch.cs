// The compiler was silenced, not answered.
public sealed class OrderTasks { [Task(Name = "orders.ship")] public void Ship(int id) => Console.WriteLine(id); }

public sealed class OrdersController(OrderTasksClient orders)
{
    public async Task<string> Post(int id)
    {
        await Task.Yield();
        _ = [|TG0300:orders.Ship.DelayAsync(id)|];
        return "accepted";
    }
}
