namespace Ported.Contracts;

public class OrderBatch
{
    public Guid Id { get; set; }

    public List<OrderLine> Lines { get; set; } = [];

    public string[] Tags { get; set; } = [];

    public Dictionary<string, string> Attributes { get; set; } = [];
}
