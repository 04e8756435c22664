using TaskGen;

namespace Integration.Tests.Secrets;

/// <summary>The second level.</summary>
internal sealed class SecretCard
{
    [Sensitive]
    public string Number { get; init; } = "";
}
