namespace Ported.Services;

public sealed class SendStore : ISendStore
{
    public Task<int> DeleteBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.FromResult(before.Year - 2000);
}
