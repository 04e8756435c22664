// A tuple inside a type that JSON describes is written as {}.
public sealed class PriceTasks
{
    [Task(Name = "prices.update")]
    public void Update(Dictionary<string, (decimal Net, decimal Gross)> [|TG0100:prices|]) => Console.WriteLine(prices.Count);
}
