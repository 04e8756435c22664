namespace Ported.Services;

public sealed class OrderStore : IOrderStore
{
    private readonly Dictionary<int, Order> _orders = [];

    public OrderStore()
    {
        var customer = new Customer { Id = 1, Name = "Ann" };
        var order = new Order { Id = 7, CustomerId = customer.Id, Customer = customer, Total = 42.5m };
        customer.Orders.Add(order);
        _orders.Add(order.Id, order);
    }

    public Task<Order?> FindAsync(int id, CancellationToken cancellationToken) => Task.FromResult(_orders.GetValueOrDefault(id));

    public Task SaveAsync(Order order, CancellationToken cancellationToken)
    {
        lock (_orders)
        {
            _orders[order.Id] = order;
        }

        return Task.CompletedTask;
    }
}
