// Equal arguments are one task.
public sealed record Invoice(int Id, string Currency);

public sealed class ChargeTasks
{
    [Task(Name = "charges.run", Idempotent = true, IdempotencyTtlSeconds = 3600)]
    public int Run(Invoice invoice) => invoice.Id;
}

public sealed class Billing(ChargeTasksClient charges)
{
    public async Task<int> Charge(Invoice invoice, CancellationToken cancellationToken) =>
        await (await charges.Run.DelayAsync(invoice, cancellationToken)).GetAsync(cancellationToken);
}
