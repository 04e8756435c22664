// The context is disposed when the method returns, and the query runs when the result is serialized.
public sealed record Customer(int Id, string Name, bool IsActive);

public sealed class ShopContext : IDisposable
{
    public IQueryable<Customer> Customers => new List<Customer>().AsQueryable();

    public void Dispose() => Console.WriteLine("disposed");
}

public sealed class CustomerTasks(Func<ShopContext> open)
{
    [Task(Name = "customers.active")]
    public IEnumerable<string> Active()
    {
        using var shop = open();
        return [|TG0313:shop.Customers.Where(customer => customer.IsActive).Select(customer => customer.Name)|];
    }
}
