namespace Ported.Services;

public interface ISendStore
{
    Task<int> DeleteBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
