// The endpoint answers before the dispatch is sent, and nobody sees its error (sidekiq#3823 in its .NET form).
public sealed class OrderTasks { [Task(Name = "orders.ship")] public void Ship(int id) => Console.WriteLine(id); }

public sealed class OrdersController(OrderTasksClient orders)
{
    public string Post(int id)
    {
        [|TG0300:orders.Ship.DelayAsync(id)|];
        return "accepted";
    }
}
