// Each dispatch has a new argument, so none joins: charged twice.
public sealed class CardTasks
{
    [Task(Name = "cards.charge", Idempotent = true)]
    public int Charge(Guid request, int cents) => request == default ? 0 : cents;
}

public sealed class Checkout(CardTasksClient cards)
{
    public async Task Pay(int cents) => await cards.Charge.DelayAsync([|TG0303:Guid.NewGuid()|], cents);
}
