// A tuple inside a dictionary is written as an object, and read back.
public sealed class PriceTasks
{
    [Task(Name = "prices.update")]
    public void Update(Dictionary<string, (decimal Net, decimal Gross)> prices) => Console.WriteLine(prices.Count);
}
