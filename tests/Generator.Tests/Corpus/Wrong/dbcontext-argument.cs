// The request's context is disposed when the job runs.
namespace Microsoft.EntityFrameworkCore { public class DbContext : IDisposable { public void Dispose() => GC.SuppressFinalize(this); } }

public sealed class ShopContext : Microsoft.EntityFrameworkCore.DbContext;

public sealed class OrderJobs
{
    [Task(Name = "orders.close")]
    public void Close(ShopContext [|TG0101:context|], int id) => Console.WriteLine($"{context} {id}");
}
