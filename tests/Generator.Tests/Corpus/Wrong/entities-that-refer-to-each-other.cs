// Entities of a database refer to each other: JSON has no end.
public sealed class Customer { public int Id { get; set; } public List<Purchase> Purchases { get; set; } = []; }
public sealed class Purchase { public int Id { get; set; } public Customer? Customer { get; set; } }

public sealed class PurchaseTasks
{
    [Task(Name = "purchases.confirm")]
    public void Confirm(Purchase [|TG0104:purchase|]) => Console.WriteLine(purchase.Id);
}
