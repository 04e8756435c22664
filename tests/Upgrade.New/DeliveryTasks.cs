using TaskGen;

namespace Shop.Deliveries;

/// <summary>Was part of the orders.</summary>
public static class DeliveryTasks
{
    /// <summary>Was called Ship.</summary>
    [Task(Name = "orders.ship")]
    public static string Deliver(int order) => $"new ship {order}";
}
