namespace Ported.Services;

/// <summary>An entity of the shop.</summary>
public class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public virtual Customer? Customer { get; set; }

    public decimal Total { get; set; }

    public bool IsShipped { get; set; }
}
