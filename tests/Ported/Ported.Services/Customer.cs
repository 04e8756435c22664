namespace Ported.Services;

/// <summary>An entity that refers to its orders, which refer back to it. Tasks receive its id.</summary>
public class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public virtual ICollection<Order> Orders { get; } = [];
}
