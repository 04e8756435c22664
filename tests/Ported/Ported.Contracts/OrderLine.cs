namespace Ported.Contracts;

public class OrderLine
{
    public int ProductId { get; set; }

    public int Quantity { get; set; } = 1;

    public decimal UnitPrice { get; set; }

    public string? Comment { get; set; }
}
