// A slot of something limited.
public sealed class ApiQuotaTasks
{
    [Task(Name = "quota.call")]
    public async Task<int> Call(int id, TaskContext context, CancellationToken cancellationToken)
    {
        await using var slot = await context.AcquireAsync("partner-api", 4, cancellationToken);
        await Task.Delay(id, cancellationToken);
        return id;
    }
}
