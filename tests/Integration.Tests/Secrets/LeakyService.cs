namespace Integration.Tests.Secrets;

/// <summary>A service that says too much when it is thrown away.</summary>
internal sealed class LeakyService(SecretWorld world) : IDisposable
{
    public void Dispose() => throw new InvalidOperationException($"Could not close {world.Canaries.Careless} {world.Canaries.Result}");
}
