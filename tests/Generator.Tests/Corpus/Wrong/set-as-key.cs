// Equal sets in another order are another key: the charge runs twice.
public sealed class SettleTasks
{
    [Task(Name = "settle.run", Idempotent = true)]
    public int Run(HashSet<string> [|TG0107:accounts|]) => accounts.Count;
}
