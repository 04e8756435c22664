// Records of records, lists, enums, nullables.
public enum Size { Small, Large }
public sealed record Line(string Sku, int Count, Size Size);
public sealed record Order(Guid Id, IReadOnlyList<Line> Lines, DateOnly? Due, Dictionary<string, string> Notes);

public sealed class OrderTasks
{
    [Task(Name = "orders.place")]
    public int Place(Order order) => order.Lines.Count;
}
